import { type APIRequestContext, expect } from '@playwright/test'
import { SLUG } from './person'

/** The public count. */
export async function count(request: APIRequestContext): Promise<number> {
  const response = await request.get(`/api/v1/petitions/${SLUG}/count`)
  const { count } = (await response.json()) as { count: number }
  return count
}

/** Waits for the ten seconds in which every change must show. */
export async function expectCount(request: APIRequestContext, expected: number): Promise<void> {
  await expect.poll(() => count(request), { timeout: 10_000 }).toBe(expected)
}
