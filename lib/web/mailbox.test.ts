import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openOutbox } from '@/lib/mail/gateway/outbox'
import { mailboxResponse } from './mailbox'

const link = 'http://localhost:3000/en/signature/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE'
const id = (second: number) => `20261121T12000${second}000Z-aa`
let base: string

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'mailbox-'))
  process.env.DATA_DIR = base
  process.env.DATABASE_URL = 'postgres://localhost/unused'
  const outbox = openOutbox({ folder: join(base, 'outbox'), from: 'The Coalition <petition@example.org>' })
  const mail = { to: 'signer@example.org', html: '<p style="color:red">Hello</p>', text: `Open\n\n${link}\n<script>` }
  const mails = [0, 1, 2].map((second) => ({ ...mail, id: id(second), subject: `Mail <${second}>` }))
  await outbox.send({ batchId: 'b', mails })
  await writeFile(join(base, 'secret.eml'), 'Subject: secret\r\n\r\n')
})
afterAll(() => rm(base, { recursive: true }))

test('lists the mails, newest first, and says that none leaves the machine', async () => {
  const html = await (await get('/mailbox')).text()
  expect(html).toContain('no mail leaves this machine')
  const order = [...html.matchAll(/Mail &lt;(\d)&gt;/g)].map(([, second]) => second)
  expect(order).toEqual(['2', '1', '0'])
})

test('shows one mail, with its link to follow and its HTML in a sandboxed frame', async () => {
  const html = await (await get(`/mailbox/${id(1)}`)).text()
  expect(html).toContain(`<a href="${link}">`)
  expect(html).toContain('&lt;script&gt;')
  expect(html).toMatch(/<iframe[^>]* sandbox="allow-popups/)
  const frame = await get(`/mailbox/${id(1)}/html`)
  expect(frame.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
  expect(await frame.text()).toContain('Hello')
  expect(await (await get(`/mailbox/${id(1)}/source`)).text()).toContain('Subject: Mail <1>')
})

test.each(['/mailbox', `/mailbox/${id(1)}`, '/mailbox/nothing'])(
  '%s has no script and no inline style',
  async (path) => {
    const response = await get(path)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self';")
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).not.toMatch(/<script|style=|<style| on\w+=/)
  },
)

test.each([
  '/mailbox/..%2Fsecret',
  '/mailbox/../secret',
  '/mailbox/%2e%2e/secret',
  `/mailbox/${id(9)}`,
  `/mailbox/${id(1)}/x`,
])('%s is not served', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('is served under a local host name only', async () => {
  expect((await get('/mailbox', { host: 'petition.example.org' })).status).toBe(404)
  expect((await get('/mailbox', { host: 'localhost.example.org' })).status).toBe(404)
  expect((await get('/mailbox', { host: '[::1]:3000' })).status).toBe(200)
})

test.each([
  ['https://petition.example.org', 404],
  ['http://localhost.example.org:3000', 404],
  ['http://127.0.0.1:3000', 200],
])('for site %s it answers %i, whatever the Host header says', async (siteUrl, status) => {
  vi.stubEnv('SITE_URL', siteUrl)
  vi.resetModules()
  const { mailboxResponse: mailboxOfSite } = await import('./mailbox')
  const request = new Request('http://localhost:3000/mailbox', { headers: { host: 'localhost:3000' } })
  expect((await mailboxOfSite(request)).status).toBe(status)
  vi.unstubAllEnvs()
})

function get(path: string, headers: Record<string, string> = { host: 'localhost:3000' }): Promise<Response> {
  return mailboxResponse(new Request(`http://localhost:3000${path}`, { headers }))
}
