import { createHash, randomBytes } from 'node:crypto'
import { formHeaders } from './forms'
import { type Figure, load, median } from './load'
import { type Booth, type Stage, sweep } from './stage'

export interface ConfirmingFigures {
  size: number
  site: Figure
  raw: Figure
}

const TOKENS = 10_000

/** Confirming distinct signatures, against plain Node + pg with the same update. */
export async function measureConfirming(
  { booths }: Stage,
  { rounds }: { rounds: number },
): Promise<ConfirmingFigures[]> {
  const figures = booths.map(() => ({ site: [] as Figure[], raw: [] as Figure[] }))
  for (let round = 0; round < rounds; round++) {
    for (const [i, booth] of booths.entries()) {
      figures[i]?.site.push(await confirmAll(booth, `${booth.site.url}/api/v1/confirmations`))
      figures[i]?.raw.push(await confirmAll(booth, `${booth.raw.url}/confirm`))
    }
  }
  return booths.map(({ size }, i) => ({
    size,
    site: median(figures[i]?.site ?? []),
    raw: median(figures[i]?.raw ?? []),
  }))
}

async function confirmAll(booth: Booth, url: string): Promise<Figure> {
  const tokens = await pendingTokens(booth, TOKENS)
  let next = 0
  const body = () => `token=${tokens[next++ % tokens.length]}`
  const figure = await load({ url, seconds: 0, amount: TOKENS, method: 'POST', headers: formHeaders, body })
  const { rows } = await booth.client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM signature WHERE state = 'confirmed'`,
  )
  if (rows[0]?.n !== TOKENS) throw new Error(`${rows[0]?.n} of ${TOKENS} were confirmed at ${url}`)
  await sweep(booth)
  return figure
}

/** Adds waiting forms whose tokens are known. */
export async function pendingTokens({ client, petitionId }: Booth, amount: number): Promise<string[]> {
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
