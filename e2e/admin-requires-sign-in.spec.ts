import { expectAccessible } from './support/axe'
import { expect, test } from './support/test'

const key = 'A'.repeat(64)
const id = '00000000-0000-4000-8000-000000000000'
const paths = [
  '',
  '/signatures',
  `/signatures/${key}`,
  '/bulk',
  '/bulk/new',
  '/audit',
  '/account',
  '/staff',
  `/staff/${id}`,
  '/exports',
  '/exports/new',
  `/exports/${id}`,
  '/approvals',
  `/approvals/${id}`,
]

test('nobody gets past the way in, whatever they claim', async ({ request }) => {
  for (const path of [...paths, '/account/recovery-codes', '/second-factor', '/second-factor/set-up']) {
    const claims: Record<string, string>[] = [
      {},
      { cookie: 'admin=made-up; __Host-admin=made-up; next-auth.session-token=made-up' },
      { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy', 'x-forwarded-host': 'localhost' },
    ]
    for (const headers of claims) {
      const answer = await request.get(`/admin${path}`, { headers, maxRedirects: 0 })
      expect(`${path} ${answer.status()} ${answer.headers().location ?? ''}`).toMatch(/ 307 \/admin\/sign-in$/)
      expect(await answer.text()).not.toContain('<table')
    }
  }
})

test('the framework’s own sign-in endpoints are not there, and a link is spent by our own page alone', async ({
  request,
}) => {
  for (const path of ['session', 'csrf', 'providers', 'callback/email?token=x', 'signin/email']) {
    expect((await request.get(`/api/auth/${path}`)).status()).toBe(404)
  }
  for (const origin of ['https://evil.example', 'null']) {
    const answer = await request.post('/api/auth/link', { form: { token: 'x' }, headers: { origin }, maxRedirects: 0 })
    expect(answer.headers().location).toBe('/admin/sign-in?problem=link')
    expect(answer.headers()['set-cookie']).toBeUndefined()
  }
})

test('each page has a policy with a nonce of its own, and the browser finds nothing to complain about', async ({
  page,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  const nonces = new Set<string | undefined>()
  for (const path of ['/admin/sign-in', '/admin/sign-in/link?token=x']) {
    const answer = await page.goto(path)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'nonce-[^']{24}';/)
    expect(policy).not.toContain('unsafe')
    nonces.add(/nonce-([^']+)/.exec(policy)?.[1])
    await expectAccessible(page)
  }
  expect(nonces.size).toBe(2)
  expect(complaints).toEqual([])
})
