import { type Environment, SLUG, sweep } from './environment'
import { formHeaders, newForm } from './forms'
import { type Figure, load, median } from './load'
import { pgbench } from './pgbench'

export interface SigningFigures {
  size: number
  site: Figure
  raw: Figure
  /** Plain Node + pg with statements that forms share. */
  batched: Figure
  empty: Figure
  /** Transactions per second, or null where pgbench is not installed. */
  pgbench: number | null
}

/** In seconds. */
const WARM_UP = 12

/**
 * Signing with distinct addresses, compared with plain Node + pg, one statement a form and many forms a statement, with
 * an endpoint that Next answers without any work (415 for an unsupported body type), and with PostgreSQL alone. Sizes
 * take turns within each round.
 */
export async function measureSigning(
  { targets, nextAlone }: Environment,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<SigningFigures[]> {
  const figures = targets.map(() => ({
    site: [] as Figure[],
    raw: [] as Figure[],
    batched: [] as Figure[],
    empty: [] as Figure[],
    pgbench: [] as (number | null)[],
  }))
  // Each takes some thousand signings until its code is compiled; a server is not measured in its first seconds.
  for (const target of targets) {
    const post = { method: 'POST', headers: formHeaders, body: newForm, seconds: WARM_UP } as const
    await load({ ...post, url: `${target.site.url}/api/v1/petitions/${SLUG}/signatures` })
    await load({ ...post, url: `${target.raw.url}/sign` })
    await load({ ...post, url: `${target.raw.url}/sign-batched` })
    await sweep(target)
  }
  for (let round = 0; round < rounds; round++) {
    for (const [i, target] of targets.entries()) {
      const found = figures[i]
      if (!found) continue
      const post = { method: 'POST', headers: formHeaders, body: newForm, seconds } as const
      found.site.push(allGood(await load({ ...post, url: `${target.site.url}/api/v1/petitions/${SLUG}/signatures` })))
      await sweep(target)
      found.raw.push(allGood(await load({ ...post, url: `${target.raw.url}/sign` })))
      await sweep(target)
      found.batched.push(allGood(await load({ ...post, url: `${target.raw.url}/sign-batched` })))
      await sweep(target)
      found.empty.push(
        await load({
          ...post,
          url: `${nextAlone.url}/api/v1/withdrawals`,
          headers: { 'content-type': 'text/plain' },
        }),
      )
      found.pgbench.push(await pgbench(target.databaseUrl, target.petitionId, seconds))
      await sweep(target)
    }
  }
  return targets.map(({ size }, i) => {
    const { site = [], raw = [], batched = [], empty = [], pgbench: plain = [] } = figures[i] ?? {}
    const known = plain.filter((tps) => tps !== null).sort((a, b) => a - b)
    return {
      size,
      site: median(site),
      raw: median(raw),
      batched: median(batched),
      empty: median(empty),
      pgbench: known[Math.floor(known.length / 2)] ?? null,
    }
  })
}

function allGood(figure: Figure): Figure {
  if (figure.bad > 0) throw new Error(`${figure.bad} of ${figure.good + figure.bad} signings failed`)
  return figure
}
