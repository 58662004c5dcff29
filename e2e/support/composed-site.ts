import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { connect } from '@/scripts/database/connect.mjs'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { makeSecrets } from '@/scripts/setup/make-secrets.mjs'
import type { Started } from '@/scripts/setup/start-process.mjs'
import { startGuardedCluster } from '@/test/guarded-cluster.mjs'
import { askOverTls, startCaddy } from './caddy'
import { readComposed } from './composed'
import { startFakeResend } from './fake-resend'
import { expect } from './test'

/** Where the site of `openComposedSite` measures itself; the others are on the same machine, and cannot. */
interface MetricsPorts {
  'web-2'?: number
  worker?: number
}

/**
 * What compose.yaml and the Caddyfile describe, as they stand, on this machine: a database server of its own, set up; and
 * a proxy before two public processes and the admin area, none of which is started yet. Mail goes to a stand-in of the
 * provider.
 * @param caddyProgram of caddyOrSkip
 */
export async function openComposedSite(caddyProgram: string, metrics: MetricsPorts = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'server-'))
  const [tls, plain, one, two, three] = await Promise.all([1, 2, 3, 4, 5].map(() => freePort()))
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
  const running: Started[] = []
  const latest = new Map<string, Started>()
  let log = ''
  const here: Record<string, Record<string, string>> = {
    'web-1': { PORT: String(one) },
    'web-2': { PORT: String(two) },
    admin: { PORT: String(three) },
    worker: { RESEND_BASE_URL: provider.url },
  }
  const { SITE_ADDRESS = '', ADMIN_ADDRESS = '' } = await composed.envOf('caddy')
  const caddy = startCaddy(caddyProgram, {
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
    CADDY_OPTIONS: `skip_install_trust\nhttp_port ${plain}\nhttps_port ${tls}`,
    SITE_ADDRESS,
    ADMIN_ADDRESS,
    WEB_PROCESSES_AT: `localhost:${one} localhost:${two}`,
    ADMIN_PROCESS_AT: `localhost:${three}`,
  })

  // As PostgreSQL's image does: the database, and what deploy/postgres/backup-account.sh runs in it.
  const owner = await connect(cluster.url('postgres'))
  await owner.query('CREATE DATABASE petition')
  const role = /CREATE ROLE [^;]+/.exec(await readFile('deploy/postgres/backup-account.sh', 'utf8'))?.[0] ?? ''
  await owner.query(role.replace(":'password'", `'${await secret('backup_database_password')}'`))
  await owner.end()
  await composed.run('setup')

  let ca = ''
  return {
    site,
    staff,
    composed,
    provider,
    /** As the owner of all tables. */
    databaseUrl: cluster.url('petition'),
    log: () => log,
    /** Starts a service of compose.yaml. */
    async start(name: string): Promise<Started> {
      const measured = metrics[name as keyof MetricsPorts]
      const started = await composed.start(name, {
        METRICS_PORT: measured === undefined ? undefined : String(measured),
        ...here[name],
      })
      running.push(started)
      latest.set(name, started)
      for (const stream of [started.child.stdout, started.child.stderr])
        stream?.on('data', (chunk) => {
          log += chunk
        })
      return started
    },
    /**
     * Waits for one of the public processes itself: the proxy is content with either.
     * @throws what all services said, if it ends instead
     */
    async healthy(name: 'web-1' | 'web-2') {
      const url = `http://localhost:${here[name]?.PORT}/api/health`
      let over = false
      void latest.get(name)?.ended.then(() => {
        over = true
      })
      const status = () => fetch(url).then((answer) => answer.status, String)
      const settled = async () => over || (await status()) === 200
      await expect.poll(settled, { timeout: 120_000 }).toBe(true)
      expect(await status(), log).toBe(200)
    },
    /** Waits until the proxy has its certificates and answers for these. */
    async reachable(...urls: string[]) {
      await expect(async () => {
        ca = await readFile(join(folder, 'caddy/pki/authorities/local/root.crt'), 'utf8')
        for (const url of urls) expect((await askOverTls(url, { ca })).status).toBe(200)
      }).toPass({ timeout: 120_000 })
    },
    get: (url: string) => askOverTls(url, { ca }),
    /** @param localAddress of this machine's 127.0.0.0/8, where people of many networks are meant */
    post: (url: string, form: URLSearchParams, localAddress?: string) =>
      askOverTls(url, { ca, method: 'POST', localAddress }, form),
    async close() {
      await Promise.all(running.map(({ stop }) => stop()))
      await Promise.all([caddy.stop(), provider.stop(), cluster.stop(), composed.remove()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
