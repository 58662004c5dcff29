import { formHeaders, newForm } from './forms'
import { type Figure, load, median } from './load'
import { pgbench } from './pgbench'
import { SLUG, type Stage, sweep } from './stage'

export interface SigningFigures {
  size: number
  site: Figure
  raw: Figure
  empty: Figure
  /** Transactions per second, or null where pgbench is not installed. */
  pgbench: number | null
}

/** In seconds. */
const WARM_UP = 12

/**
 * Signing with distinct addresses against plain Node + pg, an endpoint of the same server that Next answers with
 * nothing to do (415 for a body type it does not read), and PostgreSQL alone. Sizes take turns within each round.
 */
export async function measureSigning(
  { booths }: Stage,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<SigningFigures[]> {
  const figures = booths.map(() => ({
    site: [] as Figure[],
    raw: [] as Figure[],
    empty: [] as Figure[],
    pgbench: [] as (number | null)[],
  }))
  // Each takes some thousand signings until its code is compiled; a server is not measured in its first seconds.
  for (const booth of booths) {
    const post = { method: 'POST', headers: formHeaders, body: newForm, seconds: WARM_UP } as const
    await load({ ...post, url: `${booth.site.url}/api/v1/petitions/${SLUG}/signatures` })
    await load({ ...post, url: `${booth.raw.url}/sign` })
    await sweep(booth)
  }
  for (let round = 0; round < rounds; round++) {
    for (const [i, booth] of booths.entries()) {
      const found = figures[i]
      if (!found) continue
      const post = { method: 'POST', headers: formHeaders, body: newForm, seconds } as const
      found.site.push(allGood(await load({ ...post, url: `${booth.site.url}/api/v1/petitions/${SLUG}/signatures` })))
      await sweep(booth)
      found.raw.push(allGood(await load({ ...post, url: `${booth.raw.url}/sign` })))
      await sweep(booth)
      found.empty.push(
        await load({ ...post, url: `${booth.site.url}/api/v1/withdrawals`, headers: { 'content-type': 'text/plain' } }),
      )
      found.pgbench.push(await pgbench(booth.databaseUrl, booth.petitionId, seconds))
      await sweep(booth)
    }
  }
  return booths.map(({ size }, i) => {
    const { site = [], raw = [], empty = [], pgbench: plain = [] } = figures[i] ?? {}
    const known = plain.filter((tps) => tps !== null).sort((a, b) => a - b)
    return {
      size,
      site: median(site),
      raw: median(raw),
      empty: median(empty),
      pgbench: known[Math.floor(known.length / 2)] ?? null,
    }
  })
}

function allGood(figure: Figure): Figure {
  if (figure.bad > 0) throw new Error(`${figure.bad} of ${figure.good + figure.bad} signings failed`)
  return figure
}
