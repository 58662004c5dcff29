import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { dist, startProcess } from '@/scripts/setup/start-process.mjs'
import { anotherSite, thisSite } from '@/scripts/testing/sites.mjs'
import { askOverTls as ask, findCaddy, startCaddy } from './support/caddy'
import { newPerson, SLUG } from './support/person'
import { expect, test } from './support/test'
import { inWorkerMail } from './support/worker-mail'

test('deploy/caddy/Caddyfile as it stands: signed, confirmed and counted over TLS, the admin area at its own host', async () => {
  test.setTimeout(240_000)
  const program = await findCaddy()
  // No package of npm has Caddy. Where Debian's can be had the story runs; a Mac or a machine without network may have
  // none, and `npm test` has to pass there too.
  test.skip(program === null, 'There is no Caddy here, and none could be fetched: apt-get install caddy')
  const folder = await mkdtemp(join(tmpdir(), 'caddy-'))
  const [tls, plain, secondPort, adminPort] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const [site, staff] = [`https://petition.localhost:${tls}`, `https://staff.localhost:${tls}`]
  const { SEAL_PRIVATE_KEY = '', LEDGER_KEY = '', SEAL_PUBLIC_KEY = '', BLIND_INDEX_KEY = '' } = thisSite().env
  const { NEXTAUTH_SECRET = '' } = thisSite().env
  const none = { SEAL_PRIVATE_KEY: undefined, LEDGER_KEY: undefined, NEXTAUTH_SECRET: undefined }
  const addresses = { SITE_URL: site, ADMIN_URL: staff, TRUST_PROXY: '1' }
  const shared = { ...addresses, SEAL_PUBLIC_KEY, BLIND_INDEX_KEY, ...(none as unknown as Record<string, string>) }
  const web = await anotherSite({ ...shared, ROLE: 'web' }, { accounts: true })

  const start = (program: string, role: string, env: Record<string, string>) =>
    startProcess([dist(program)], {
      env: { ...process.env, ...web.env, DATABASE_URL: web.databaseAs(role), ROLE: role, ...env },
      output: 'pipe',
    })
  const processes = [
    start('server', 'web', { PORT: String(secondPort) }),
    start('server', 'admin', { PORT: String(adminPort), SEAL_PRIVATE_KEY, NEXTAUTH_SECRET }),
    start('worker', 'worker', { SEAL_PRIVATE_KEY, LEDGER_KEY }),
  ]
  const caddy = startCaddy(program ?? '', {
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
    CADDY_OPTIONS: `skip_install_trust\nhttp_port ${plain}\nhttps_port ${tls}`,
    SITE_ADDRESS: site,
    ADMIN_ADDRESS: staff,
    WEB_PROCESSES_AT: `localhost:${web.env.PORT} localhost:${secondPort}`,
    ADMIN_PROCESS_AT: `localhost:${adminPort}`,
  })
  try {
    let ca = ''
    await expect(async () => {
      ca = await readFile(join(folder, 'caddy/pki/authorities/local/root.crt'), 'utf8')
      for (const url of [`${site}/en`, `${staff}/admin/sign-in`]) expect((await ask(url, { ca })).status).toBe(200)
    }).toPass({ timeout: 60_000 })

    const home = await ask(`${site}/en`, { ca })
    expect(home.headers['strict-transport-security']).toContain('max-age=63072000')
    expect(home.headers.server).toBeUndefined()
    expect((await ask(`${site}/admin/sign-in`, { ca })).status).toBe(404)
    expect((await ask(`${staff}/en`, { ca })).headers.location).toBe(`${site}/en`)

    const form = new URLSearchParams({ ...newPerson(), country: 'KR', display: 'full', consent: 'on' })
    expect((await ask(`${site}/api/v1/petitions/${SLUG}/signatures`, { ca, method: 'POST' }, form)).status).toBe(303)
    const link = new URL(await inWorkerMail(web.outbox, /https:\/\/\S+\/signature\/[\w-]{43}/))
    expect(link.origin).toBe(site)
    expect((await ask(link.href, { ca })).status).toBe(200)
    const token = new URLSearchParams({ token: link.pathname.split('/').at(-1) ?? '' })
    expect((await ask(`${site}/api/v1/confirmations`, { ca, method: 'POST' }, token)).status).toBe(303)
    await expect(async () => {
      const { body } = await ask(`${site}/api/v1/petitions/${SLUG}/count`, { ca })
      expect(JSON.parse(body)).toMatchObject({ count: 1 })
    }).toPass({ timeout: 30_000 })
  } finally {
    await Promise.all(processes.map(({ stop }) => stop()))
    await web.close()
    await caddy.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
