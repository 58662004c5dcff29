import { type APIRequestContext, expect } from '@playwright/test'
import { leafSources } from '@/lib/ledger/leaf-sources'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { endGrace } from './end-grace'
import { SLUG } from './person'

/**
 * The public count, once everything confirmed and decided is in it: the story before may have ended with a signature on
 * its way, a decision that takes effect later, or a count that the site has not yet shown.
 */
export async function count(request: APIRequestContext): Promise<number> {
  await endGrace()
  const database = await connect(thisSite().env.DATABASE_URL ?? '')
  // Sheets and retractions wait for the next batch too.
  const forBatch = [leafSources.paper, leafSources.retract].map(
    ({ waiting }) => `(SELECT count(*)::int FROM ${waiting})`,
  )
  try {
    const onTheWay = async () => {
      const { rows } = await database.query<{ waiting: number; net: number }>(
        `SELECT (SELECT count(*)::int FROM signature WHERE state = 'confirmed')
             + (SELECT count(*)::int FROM bulk_action WHERE stage = 'running')
             + (SELECT count(*)::int FROM review_claim WHERE due_at IS NOT NULL) + ${forBatch.join(' + ')} AS waiting,
           (SELECT net::int FROM petition_total WHERE petition_id = p.id) AS net FROM petition p WHERE slug = $1`,
        [SLUG],
      )
      const [{ waiting, net } = { waiting: Number.NaN, net: Number.NaN }] = rows
      return waiting + Math.abs((net ?? 0) - (await publicCount(request)))
    }
    await expect.poll(onTheWay, { timeout: 30_000 }).toBe(0)
  } finally {
    await database.end()
  }
  return publicCount(request)
}

/** Waits for the ten seconds in which every change must show. */
export async function expectCount(request: APIRequestContext, expected: number): Promise<void> {
  await expect.poll(() => publicCount(request), { timeout: 30_000 }).toBe(expected)
}

async function publicCount(request: APIRequestContext): Promise<number> {
  // The site may close a connection that was idle for ten seconds just as the request is sent.
  const response = await request.get(`/api/v1/petitions/${SLUG}/count`, { maxRetries: 2 })
  const { count } = (await response.json()) as { count: number }
  return count
}
