import { readStatus } from '@/lib/backup/backup-folder'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { caddyOrSkip } from './support/caddy'
import { openComposedSite } from './support/composed-site'
import { newPerson, SLUG } from './support/person'
import { expect, test } from './support/test'

test('compose.yaml and the Caddyfile as they stand: signed, mailed, confirmed, counted and backed up, over TLS', async () => {
  // A database server, seven processes and a proxy start.
  test.setTimeout(480_000)
  const program = await caddyOrSkip()
  const [measuredWeb, measuredWorker] = await Promise.all([freePort(), freePort()])
  const opened = await openComposedSite(program, { 'web-2': measuredWeb, worker: measuredWorker })
  const { site, staff, composed, provider, get, post } = opened
  try {
    const [first] = await Promise.all(['web-1', 'web-2', 'admin', 'worker', 'backup'].map(opened.start))
    await opened.reachable(`${site}/en`, `${staff}/admin/sign-in`)

    const home = await get(`${site}/en`)
    expect(home.headers['strict-transport-security']).toContain('max-age=63072000')
    expect(home.headers.server).toBeUndefined()
    expect((await get(`${site}/admin/sign-in`)).status).toBe(404)
    expect((await get(`${staff}/en`)).headers.location).toBe(`${site}/en`)
    expect((await get(`${site}/.well-known/security.txt`)).body).toContain('mailto:contact@example.org')
    const invited = ['node', 'dist/staff-invite.js', 'owner@example.org', '--role', 'owner']
    expect(await composed.run('admin', invited)).toContain(`${staff}/admin/sign-in/link?`)

    const person = newPerson()
    const form = new URLSearchParams({ ...person, country: 'KR', display: 'full', consent: 'on' })
    expect((await post(`${site}/api/v1/petitions/${SLUG}/signatures`, form)).status).toBe(303)
    await expect.poll(() => provider.countTo(person.email), { timeout: 60_000 }).toBe(1)
    const mail = provider.received.find(({ to }) => to === person.email)?.text ?? ''
    const link = new URL(/https:\/\/\S+\/signature\/[\w-]{43}/.exec(mail)?.[0] ?? '')
    expect(link.origin).toBe(site)
    expect((await get(link.href)).status).toBe(200)

    // One of the two public processes ends; the other serves on.
    await opened.healthy('web-2')
    await first?.stop()
    const token = new URLSearchParams({ token: link.pathname.split('/').at(-1) ?? '' })
    expect((await post(`${site}/api/v1/confirmations`, token)).status).toBe(303)
    await expect(async () => {
      const { body } = await get(`${site}/api/v1/petitions/${SLUG}/count`)
      expect(JSON.parse(body)).toMatchObject({ count: 1 })
    }).toPass({ timeout: 60_000 })

    const measured = async (port: number) =>
      (await fetch(`http://127.0.0.1:${port}/metrics`).catch(() => null))?.text() ?? ''
    await expect
      .poll(() => measured(measuredWorker), { timeout: 60_000 })
      .toContain(`petition_counted{petition="${SLUG}"} 1`)
    expect(await measured(measuredWorker)).toContain('petition_mails_total{label="accepted"} 1')
    // It answered the confirmation, since the other had ended.
    expect(await measured(measuredWeb)).toContain('petition_http_request_seconds_count{kind="confirm",status="3xx"} 1')
    for (const text of [await measured(measuredWeb), await measured(measuredWorker)]) {
      expect(text).toMatch(/^petition_ready 1$/m)
      for (const personal of [person.email, person.name, token.get('token') ?? '']) expect(text).not.toContain(personal)
    }
    expect((await get(`${site}/metrics`)).status).toBe(404)

    expect(opened.log()).toContain('"worker: running"')
    expect(opened.log()).not.toContain(person.email)
    for (const line of opened.log().trim().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(String) })

    const { BACKUP_DIR = '' } = await composed.envOf('worker')
    await expect.poll(async () => (await readStatus(BACKUP_DIR)).backedUpAt, { timeout: 60_000 }).toBeDefined()

    // Nothing is wrong with it but that this machine is no server, that nobody has tried to restore, and that the
    // image holds no browser.
    const local =
      /^- (SITE_URL is https:\/\/petition\.localhost|Only [\d.]+ GB|The records of|(resend\._domainkey\.)?example\.org has|The (SPF|DMARC|DKIM))/
    const others = async (name: string) => {
      const said = await composed.run(name, ['node', 'dist/production-check.js']).catch((error) => error.output)
      return String(said)
        .split('\n')
        .filter((line) => line.startsWith('- ') && !local.test(line))
    }
    expect(await Promise.all(['web-2', 'admin', 'worker'].map(others))).toEqual([
      [],
      [],
      [
        '- Backups: the last drill of a restore is missing (docs/operations/backups.md).',
        '- CHROMIUM_PATH is not set: packs of deliveries hold no PDFs, and a new title is on no picture until npm run print-pages.',
      ],
    ])
  } finally {
    await opened.close()
  }
})
