import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { readStatus } from '@/lib/backup/backup-folder'
import { connect } from '@/scripts/database/connect.mjs'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { makeSecrets } from '@/scripts/setup/make-secrets.mjs'
import type { Started } from '@/scripts/setup/start-process.mjs'
import { startGuardedCluster } from '@/test/guarded-cluster.mjs'
import { askOverTls as ask, findCaddy, startCaddy } from './support/caddy'
import { readComposed } from './support/composed'
import { startFakeResend } from './support/fake-resend'
import { newPerson, SLUG } from './support/person'
import { expect, test } from './support/test'

test('compose.yaml and the Caddyfile as they stand: signed, mailed, confirmed, counted and backed up, over TLS', async () => {
  // A database server, seven processes and a proxy start.
  test.setTimeout(480_000)
  const program = await findCaddy()
  // No package of npm has Caddy. Where Debian's can be had the story runs; a Mac or a machine without network may have
  // none, and `npm test` has to pass there too.
  test.skip(program === null, 'There is no Caddy here, and none could be fetched: apt-get install caddy')
  const folder = await mkdtemp(join(tmpdir(), 'server-'))
  const [tls, plain, one, two, three, four, five] = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(() => freePort()))
  const [site, staff] = [`https://petition.localhost:${tls}`, `https://staff.petition.localhost:${tls}`]

  const secrets = join(folder, 'secrets')
  await makeSecrets(secrets, { RESEND_API_KEY: 're_test' })
  const secret = async (name: string) => (await readFile(join(secrets, name), 'utf8')).trim()
  const cluster = await startGuardedCluster({ dir: join(folder, 'pg'), password: await secret('postgres_password') })
  const values = {
    SITE_HOST: `petition.localhost:${tls}`,
    MAIL_FROM: 'The Coalition <petition@example.org>',
    CONTACT: 'contact@example.org',
    RESEND_API_KEY: 're_test',
    BACKUP_RECIPIENT: await identityToRecipient(await generateIdentity()),
  }
  const composed = await readComposed({ values, secrets, database: new URL(cluster.url('petition')).host })
  const provider = await startFakeResend()
  const processes: Started[] = []
  let log = ''
  // All are on one machine here, so only two of them can be asked what they measure.
  const quiet = { METRICS_PORT: undefined }
  const start = async (name: string, more: Record<string, string>) => {
    const started = await composed.start(name, { ...quiet, ...more })
    processes.push(started)
    for (const stream of [started.child.stdout, started.child.stderr])
      stream?.on('data', (chunk) => {
        log += chunk
      })
    return started
  }
  const { SITE_ADDRESS = '', ADMIN_ADDRESS = '' } = await composed.envOf('caddy')
  const caddy = startCaddy(program ?? '', {
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
    CADDY_OPTIONS: `skip_install_trust\nhttp_port ${plain}\nhttps_port ${tls}`,
    SITE_ADDRESS,
    ADMIN_ADDRESS,
    WEB_PROCESSES_AT: `localhost:${one} localhost:${two}`,
    ADMIN_PROCESS_AT: `localhost:${three}`,
  })
  try {
    // As PostgreSQL's image does: the database, and what deploy/postgres/backup-account.sh runs in it.
    const owner = await connect(cluster.url('postgres'))
    await owner.query('CREATE DATABASE petition')
    const role = /CREATE ROLE [^;]+/.exec(await readFile('deploy/postgres/backup-account.sh', 'utf8'))?.[0] ?? ''
    await owner.query(role.replace(":'password'", `'${await secret('backup_database_password')}'`))
    await owner.end()
    await composed.run('setup')
    const [first] = await Promise.all([
      start('web-1', { PORT: String(one) }),
      start('web-2', { PORT: String(two), METRICS_PORT: String(four) }),
      start('admin', { PORT: String(three) }),
      start('worker', { RESEND_BASE_URL: provider.url, METRICS_PORT: String(five) }),
      start('backup', {}),
    ])

    let ca = ''
    await expect(async () => {
      ca = await readFile(join(folder, 'caddy/pki/authorities/local/root.crt'), 'utf8')
      for (const url of [`${site}/en`, `${staff}/admin/sign-in`]) expect((await ask(url, { ca })).status).toBe(200)
    }).toPass({ timeout: 120_000 })

    const home = await ask(`${site}/en`, { ca })
    expect(home.headers['strict-transport-security']).toContain('max-age=63072000')
    expect(home.headers.server).toBeUndefined()
    expect((await ask(`${site}/admin/sign-in`, { ca })).status).toBe(404)
    expect((await ask(`${staff}/en`, { ca })).headers.location).toBe(`${site}/en`)
    expect((await ask(`${site}/.well-known/security.txt`, { ca })).body).toContain('mailto:contact@example.org')
    const invited = ['node', 'dist/staff-invite.js', 'owner@example.org', '--role', 'owner']
    expect(await composed.run('admin', invited)).toContain(`${staff}/admin/sign-in/link?`)

    const person = newPerson()
    const form = new URLSearchParams({ ...person, country: 'KR', display: 'full', consent: 'on' })
    expect((await ask(`${site}/api/v1/petitions/${SLUG}/signatures`, { ca, method: 'POST' }, form)).status).toBe(303)
    await expect.poll(() => provider.countTo(person.email), { timeout: 60_000 }).toBe(1)
    const mail = provider.received.find(({ to }) => to === person.email)?.text ?? ''
    const link = new URL(/https:\/\/\S+\/signature\/[\w-]{43}/.exec(mail)?.[0] ?? '')
    expect(link.origin).toBe(site)
    expect((await ask(link.href, { ca })).status).toBe(200)

    // One of the two public processes ends; the other serves on, once it is there: Caddy was content with either.
    const healthy = () => fetch(`http://localhost:${two}/api/health`).then(({ status }) => status, String)
    await expect.poll(healthy, { timeout: 120_000 }).toBe(200)
    await first.stop()
    const token = new URLSearchParams({ token: link.pathname.split('/').at(-1) ?? '' })
    expect((await ask(`${site}/api/v1/confirmations`, { ca, method: 'POST' }, token)).status).toBe(303)
    await expect(async () => {
      const { body } = await ask(`${site}/api/v1/petitions/${SLUG}/count`, { ca })
      expect(JSON.parse(body)).toMatchObject({ count: 1 })
    }).toPass({ timeout: 60_000 })

    const measured = async (port: number | undefined) =>
      (await fetch(`http://127.0.0.1:${port}/metrics`).catch(() => null))?.text() ?? ''
    await expect.poll(() => measured(five), { timeout: 60_000 }).toContain(`petition_counted{petition="${SLUG}"} 1`)
    expect(await measured(five)).toContain('petition_mails_total{label="accepted"} 1')
    // It answered the confirmation, since the other had ended.
    expect(await measured(four)).toContain('petition_http_request_seconds_count{kind="confirm",status="3xx"} 1')
    for (const text of [await measured(four), await measured(five)]) {
      expect(text).toMatch(/^petition_ready 1$/m)
      for (const personal of [person.email, person.name, token.get('token') ?? '']) expect(text).not.toContain(personal)
    }
    expect((await ask(`${site}/metrics`, { ca })).status).toBe(404)

    expect(log).toContain('"worker: running"')
    expect(log).not.toContain(person.email)
    for (const line of log.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ level: expect.any(String) })

    const { BACKUP_DIR = '' } = await composed.envOf('worker')
    await expect.poll(async () => (await readStatus(BACKUP_DIR)).backedUpAt, { timeout: 60_000 }).toBeDefined()

    // Nothing is wrong with it but that this machine is no server, and that nobody has tried to restore.
    const local =
      /^- (SITE_URL is https:\/\/petition\.localhost|Only [\d.]+ GB|The records of|example\.org has|The (SPF|DMARC))/
    const others = async (name: string) => {
      const said = await composed.run(name, ['node', 'dist/production-check.js']).catch((error) => error.output)
      return String(said)
        .split('\n')
        .filter((line) => line.startsWith('- ') && !local.test(line))
    }
    expect(await Promise.all(['web-2', 'admin', 'worker'].map(others))).toEqual([
      [],
      [],
      ['- Backups: the last drill of a restore is missing (docs/operations/backups.md).'],
    ])
  } finally {
    await Promise.all(processes.map(({ stop }) => stop()))
    await Promise.all([caddy.stop(), provider.stop(), cluster.stop(), composed.remove()])
    await rm(folder, { recursive: true, force: true })
  }
})
