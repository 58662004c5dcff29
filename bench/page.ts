import { setTimeout as sleep } from 'node:timers/promises'
import { type Environment, SLUG, sweep, type Target } from './environment'
import { formHeaders, newForm } from './forms'
import { type Figure, load, median } from './load'

export interface PageFigures {
  size: number
  site: Figure
  raw: Figure
  siteWhileSigning: Figure
  rawWhileSigning: Figure
  next: Figure | null
  /** Milliseconds that the first visitor waits after the page was not asked for, and so has to be made again. */
  afterIdle: number[]
}

/** In ms: longer than a page may be shown (lib/web/server/page-store.ts). */
const IDLE = 8_000
const IDLE_VISITS = 8

const headers = { 'accept-encoding': 'br' }
const path = `/en/petitions/${SLUG}`

/**
 * The cached petition page compared with plain Node answering the same bytes, in turns, also while signatures are being
 * made; and Next alone.
 */
export async function measurePage(
  { targets, nextAlone }: Environment,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<PageFigures[]> {
  const all: PageFigures[] = []
  for (const target of targets) {
    const figures = {
      site: [] as Figure[],
      raw: [] as Figure[],
      siteBusy: [] as Figure[],
      rawBusy: [] as Figure[],
      next: [] as Figure[],
    }
    for (let round = 0; round < rounds; round++) {
      figures.site.push(await load({ url: target.site.url + path, seconds, headers }))
      figures.raw.push(await load({ url: `${target.raw.url}/`, seconds, headers }))
      if (target === targets[0]) figures.next.push(await load({ url: nextAlone.url + path, seconds, headers }))
      figures.siteBusy.push(
        await whileSigning(
          target,
          target.site.url + path,
          `${target.site.url}/api/v1/petitions/${SLUG}/signatures`,
          seconds,
        ),
      )
      figures.rawBusy.push(await whileSigning(target, `${target.raw.url}/`, `${target.raw.url}/sign`, seconds))
    }
    all.push({
      size: target.size,
      site: median(figures.site),
      raw: median(figures.raw),
      siteWhileSigning: median(figures.siteBusy),
      rawWhileSigning: median(figures.rawBusy),
      next: figures.next.length > 0 ? median(figures.next) : null,
      afterIdle: await firstVisits(target.site.url + path),
    })
  }
  return all
}

async function firstVisits(url: string): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < IDLE_VISITS; i += 1) {
    await sleep(IDLE)
    const at = performance.now()
    await (await fetch(url, { headers })).arrayBuffer()
    times.push(performance.now() - at)
  }
  return times.toSorted((a, b) => a - b)
}

async function whileSigning(target: Target, url: string, signUrl: string, seconds: number): Promise<Figure> {
  const [figure] = await Promise.all([
    load({ url, seconds, headers }),
    load({ url: signUrl, seconds, method: 'POST', headers: formHeaders, body: newForm, pace: 300 }),
  ])
  await sweep(target)
  return figure
}
