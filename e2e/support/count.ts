import { type APIRequestContext, expect } from '@playwright/test'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/scripts/testing/sites.mjs'
import { SLUG } from './person'

/** The public count, once all that is confirmed is in it: a story before may have ended with a signature on its way. */
export async function count(request: APIRequestContext): Promise<number> {
  const database = await connect(thisSite().env.DATABASE_URL ?? '')
  try {
    const waiting = async () => (await database.query(`SELECT FROM signature WHERE state = 'confirmed'`)).rowCount
    await expect.poll(waiting, { timeout: 30_000 }).toBe(0)
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
  const response = await request.get(`/api/v1/petitions/${SLUG}/count`)
  const { count } = (await response.json()) as { count: number }
  return count
}
