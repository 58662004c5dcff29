import { formHeaders, newForm } from './forms'
import { type Figure, load, median } from './load'
import { type Booth, SLUG, type Stage, sweep } from './stage'

export interface PageFigures {
  size: number
  site: Figure
  raw: Figure
  siteWhileSigning: Figure
  rawWhileSigning: Figure
  next: Figure | null
}

const headers = { 'accept-encoding': 'br' }
const path = `/en/petitions/${SLUG}`

/** The cached petition page against plain Node answering the same bytes, in turn, also while signatures pour in; and Next alone. */
export async function measurePage(
  { booths, nextAlone }: Stage,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<PageFigures[]> {
  const all: PageFigures[] = []
  for (const booth of booths) {
    const figures = {
      site: [] as Figure[],
      raw: [] as Figure[],
      siteBusy: [] as Figure[],
      rawBusy: [] as Figure[],
      next: [] as Figure[],
    }
    for (let round = 0; round < rounds; round++) {
      figures.site.push(await load({ url: booth.site.url + path, seconds, headers }))
      figures.raw.push(await load({ url: `${booth.raw.url}/`, seconds, headers }))
      if (booth === booths[0]) figures.next.push(await load({ url: nextAlone.url + path, seconds, headers }))
      figures.siteBusy.push(
        await whileSigning(
          booth,
          booth.site.url + path,
          `${booth.site.url}/api/v1/petitions/${SLUG}/signatures`,
          seconds,
        ),
      )
      figures.rawBusy.push(await whileSigning(booth, `${booth.raw.url}/`, `${booth.raw.url}/sign`, seconds))
    }
    all.push({
      size: booth.size,
      site: median(figures.site),
      raw: median(figures.raw),
      siteWhileSigning: median(figures.siteBusy),
      rawWhileSigning: median(figures.rawBusy),
      next: figures.next.length > 0 ? median(figures.next) : null,
    })
  }
  return all
}

async function whileSigning(booth: Booth, url: string, signUrl: string, seconds: number): Promise<Figure> {
  const [figure] = await Promise.all([
    load({ url, seconds, headers }),
    load({ url: signUrl, seconds, method: 'POST', headers: formHeaders, body: newForm, pace: 300 }),
  ])
  await sweep(booth)
  return figure
}
