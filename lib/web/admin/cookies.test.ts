import { beforeEach, expect, test, vi } from 'vitest'

// The framework's jar; what is put into it is looked at.
const put: { name: string; options: Record<string, unknown> }[] = []
vi.mock('next/headers', () => ({
  cookies: async () => ({
    set: (name: string, _: string, options: Record<string, unknown>) => put.push({ name, options }),
    delete: ({ name, ...options }: { name: string }) => put.push({ name, options }),
  }),
}))

beforeEach(() => {
  put.length = 0
  // The environment is read once: each test reads its own.
  vi.resetModules()
  vi.unstubAllEnvs()
})

test('over https the session’s cookie is bound to the host, and closed to scripts and other sites', async () => {
  vi.stubEnv('SITE_URL', 'https://petition.example.org')
  const { cookieOptions, sessionCookie } = await import('./auth-options')
  expect(sessionCookie()).toMatch(/^__Host-/)
  // __Host- means: Secure, this path, no domain.
  expect(cookieOptions()).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true })
})

test('so is the one that shows recovery codes, to the desk alone, for ten minutes', async () => {
  vi.stubEnv('SITE_URL', 'https://petition.example.org')
  const { purgeShownCodes, showOnce } = await import('./show-once')
  await showOnce(['one', 'two'])
  const options = { httpOnly: true, sameSite: 'strict', path: '/admin', maxAge: 600, secure: true }
  expect(put).toEqual([{ name: '__Secure-shown-once', options }])
  await purgeShownCodes()
  expect(put[1]).toEqual({ name: '__Secure-shown-once', options: { path: '/admin', secure: true } })
})

test('on the plain http of a trial the same, without what needs https', async () => {
  vi.stubEnv('SITE_URL', 'http://localhost:3000')
  const { cookieOptions, sessionCookie } = await import('./auth-options')
  expect(sessionCookie()).toBe('admin')
  expect(cookieOptions()).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: false })
})
