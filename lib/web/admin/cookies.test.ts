import { beforeEach, expect, test, vi } from 'vitest'

// Stands for Next.js's cookie jar; tests inspect what is put into it.
const put: { name: string; options: Record<string, unknown> }[] = []
vi.mock('next/headers', () => ({
  cookies: async () => ({
    set: (name: string, _: string, options: Record<string, unknown>) => put.push({ name, options }),
    delete: ({ name, ...options }: { name: string }) => put.push({ name, options }),
  }),
}))

beforeEach(() => {
  put.length = 0
  // The environment is parsed once a process: each test loads it afresh.
  vi.resetModules()
  vi.unstubAllEnvs()
})

test('the session cookie over https is host-bound, HttpOnly and SameSite=Lax', async () => {
  vi.stubEnv('SITE_URL', 'https://petition.example.org')
  const { cookieOptions, sessionCookie } = await import('./auth-options')
  expect(sessionCookie()).toMatch(/^__Host-/)
  // `__Host-` requires Secure, this path and no domain.
  expect(cookieOptions()).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true })
})

test('the cookie that carries recovery codes is limited to /admin and ten minutes', async () => {
  vi.stubEnv('SITE_URL', 'https://petition.example.org')
  const { purgeShownCodes, showOnce } = await import('./show-once')
  await showOnce('recovery codes', ['one', 'two'])
  const options = { httpOnly: true, sameSite: 'strict', path: '/admin', maxAge: 600, secure: true }
  expect(put).toEqual([{ name: '__Secure-shown-once', options }])
  await purgeShownCodes()
  expect(put[1]).toEqual({ name: '__Secure-shown-once', options: { path: '/admin', secure: true } })
})

test('over plain http, for trying out, only Secure and the prefix are missing', async () => {
  vi.stubEnv('SITE_URL', 'http://localhost:3000')
  const { cookieOptions, sessionCookie } = await import('./auth-options')
  expect(sessionCookie()).toBe('admin')
  expect(cookieOptions()).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: false })
})
