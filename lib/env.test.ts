import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => void vi.resetModules())

async function quietOf(SITE_URL: string, QUIET_SECONDS: string | undefined) {
  vi.resetModules()
  vi.stubEnv('SITE_URL', SITE_URL)
  vi.stubEnv('QUIET_SECONDS', QUIET_SECONDS)
  const { quietRule } = await import('./ledger/batch/quiet-rule')
  return quietRule()
}

it('publishes at once on a local site only, and by a shorter wait only there', async () => {
  expect(await quietOf('http://localhost:3000', undefined)).toBeNull()
  expect(await quietOf('http://127.0.0.1', '3-9')).toEqual({ least: 3, most: 9 })
  expect(await quietOf('https://petition.example.org', undefined)).toEqual({ least: 120, most: 600 })
  expect(await quietOf('https://localhost.example.org', undefined)).toEqual({ least: 120, most: 600 })
  expect(await quietOf('https://petition.example.org', '300-1800')).toEqual({ least: 300, most: 1800 })
})

it.each(['3-9', '0-600', '120-130', '600-120', '120', 'none', '-5-600', ''])(
  'refuses %s where others reach the site',
  async (wait) => {
    await expect(quietOf('https://petition.example.org', wait)).rejects.toThrow('QUIET_SECONDS')
  },
)
