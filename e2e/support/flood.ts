import { createHash } from 'node:crypto'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { SLUG } from './person'

interface OfSite {
  env: Record<string, string>
}

/**
 * Confirmed signatures through one member's code, as a bot would produce. What staff did alone until now is a day old
 * then: stories share a petition, and its quota.
 */
export async function flood(via: string, people: number, site: OfSite = thisSite(), updates = false): Promise<void> {
  const client = await connect(site.env.DATABASE_URL ?? '')
  await client.query(`UPDATE solo_quota SET taken_at = taken_at - interval '1 day'`)
  const hash = createHash('sha256').update(via).digest()
  await client.query(
    `INSERT INTO signature (petition_id, email_index, content_mac, text_sha256, token_hash, commitment, sealed, state,
       locale, country, display, updates, has_comment, via, received_at, confirmed_at)
     SELECT p.id, sha256(gen_random_uuid()::text::bytea), $2, $2, sha256(gen_random_uuid()::text::bytea),
       sha256(gen_random_uuid()::text::bytea), 'x', 'confirmed', 'en', 'VA', 'hidden', $5, false, $3, now(), now()
     FROM petition p, generate_series(1, $4) WHERE p.slug = $1`,
    [SLUG, hash, via, people, updates],
  )
  await client.end()
}
