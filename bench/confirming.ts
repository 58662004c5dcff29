import { createHash, randomBytes } from 'node:crypto'
import { type Environment, sweep, type Target } from './environment'
import { formHeaders } from './forms'
import { type Figure, load, median } from './load'

export interface ConfirmingFigures {
  size: number
  site: Figure
  raw: Figure
}

const TOKENS = 10_000

/** Confirming distinct signatures, against plain Node + pg with the same update. */
export async function measureConfirming(
  { targets }: Environment,
  { rounds }: { rounds: number },
): Promise<ConfirmingFigures[]> {
  const figures = targets.map(() => ({ site: [] as Figure[], raw: [] as Figure[] }))
  for (let round = 0; round < rounds; round++) {
    for (const [i, target] of targets.entries()) {
      figures[i]?.site.push(await confirmAll(target, `${target.site.url}/api/v1/confirmations`))
      figures[i]?.raw.push(await confirmAll(target, `${target.raw.url}/confirm`))
    }
  }
  return targets.map(({ size }, i) => ({
    size,
    site: median(figures[i]?.site ?? []),
    raw: median(figures[i]?.raw ?? []),
  }))
}

async function confirmAll(target: Target, url: string): Promise<Figure> {
  const tokens = await pendingTokens(target, TOKENS)
  let next = 0
  const body = () => `token=${tokens[next++ % tokens.length]}`
  const figure = await load({ url, seconds: 0, amount: TOKENS, method: 'POST', headers: formHeaders, body })
  const { rows } = await target.client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM signature WHERE state = 'confirmed'`,
  )
  if (rows[0]?.n !== TOKENS) throw new Error(`${rows[0]?.n} of ${TOKENS} were confirmed at ${url}`)
  await sweep(target)
  return figure
}

/** Adds pending forms with known tokens. */
export async function pendingTokens({ client, petitionId }: Target, amount: number): Promise<string[]> {
  const tokens = Array.from({ length: amount }, () => randomBytes(32).toString('base64url'))
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest())
  await client.query(
    `INSERT INTO pending_signature (petition_id, email_index, form, content_mac, text_sha256, token_hash, commitment, sealed,
       locale, country, display, updates, has_comment, received_at)
     SELECT $1, sha256(h), h, h, h, h, sha256(h), h, 'en', 'KR', 'initials', false, false, now() FROM unnest($2::bytea[]) h`,
    [petitionId, hashes],
  )
  return tokens
}
