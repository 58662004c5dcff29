import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => void vi.resetModules())

async function quietOf(SITE_URL: string, QUIET_SECONDS: string | undefined) {
  vi.resetModules()
  vi.stubEnv('SITE_URL', SITE_URL)
  vi.stubEnv('QUIET_SECONDS', QUIET_SECONDS)
  const { quietRule } = await import('./ledger/batch-schedule/quiet-rule')
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

const local = () => ({ ...process.env, SITE_URL: 'http://localhost:3000', ADMIN_URL: undefined, ROLE: undefined })
const abroad = { SITE_URL: 'https://petition.example.org', ADMIN_URL: 'https://staff.example.org' }
const bare = { SEAL_PRIVATE_KEY: undefined, LEDGER_KEY: undefined, NEXTAUTH_SECRET: undefined }

it.each([
  ['another address for the admin area of one process', { ADMIN_URL: 'http://localhost:3001' }, /ADMIN_URL: ROLE=all/],
  ['an admin process at the address of the site', { ROLE: 'admin' }, /ADMIN_URL: ROLE=admin needs an address/],
  ['an admin process without keys', { ...abroad, ...bare, ROLE: 'admin' }, /SEAL_PRIVATE_KEY: .*\n.*NEXTAUTH_SECRET: /],
  ['a worker without the key', { ...bare, ROLE: 'worker' }, /SEAL_PRIVATE_KEY: the worker needs it/],
  [
    'a worker that cannot send',
    { ROLE: 'worker', MAIL_DRIVER: 'resend' },
    /RESEND_API_KEY: MAIL_DRIVER=resend needs it/,
  ],
  [
    'an admin process that cannot mail what it shall',
    { ...abroad, NEXTAUTH_SECRET: 'x'.repeat(32), ROLE: 'admin', MAIL_DRIVER: 'smtp' },
    /SMTP_URL: MAIL_DRIVER=smtp needs it/,
  ],
  ['webhooks to the machine itself', { ...abroad, ...bare, ROLE: 'web', WEBHOOKS_TO_LOOPBACK: 'true' }, /WEBHOOKS_TO_/],
  [
    'a public process with the secret of staff',
    { ...abroad, ...bare, ROLE: 'web', NEXTAUTH_SECRET: 'x'.repeat(32) },
    /NEXTAUTH_SECRET: must not be here/,
  ],
])('refuses %s', async (_, set, trouble) => {
  const { readEnv } = await import('./env')
  expect(() => readEnv({ ...local(), ...set })).toThrow(trouble)
})

it('takes the admin area to be at the address of the site, or at its own', async () => {
  const { readEnv } = await import('./env')
  expect(readEnv(local()).ADMIN_URL).toBe('http://localhost:3000')
  const secret = { NEXTAUTH_SECRET: 'x'.repeat(32) }
  expect(readEnv({ ...local(), ...abroad, ...secret, ROLE: 'admin' }).ADMIN_URL).toBe('https://staff.example.org')
  expect(readEnv({ ...local(), ...abroad, ...bare, ROLE: 'web' }).ADMIN_URL).toBe('https://staff.example.org')
})
