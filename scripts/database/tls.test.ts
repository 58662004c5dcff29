import { chown, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { takeBase } from '@/lib/backup/take-base'
import { closeDb, db, pool } from '@/lib/db'
import { startGuardedCluster } from '@/test/guarded-cluster.mjs'
import { root } from '../setup/root.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { applyMigrations } from './apply-migrations.mjs'
import { connect } from './connect.mjs'

// A PostgreSQL of its own, which takes no connection without TLS and has a certificate of a private authority.
let dir = ''
let cluster: Awaited<ReturnType<typeof startGuardedCluster>>

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tls-'))
  cluster = await startGuardedCluster({ dir: join(dir, 'postgres'), password: 'test' })
  for (const name of ['ours', 'other']) await makeAuthority(name)
  await makeCertificate('ours', 'localhost')
  const data = join(dir, 'postgres', 'data')
  const { uid, gid } = await stat(join(data, 'PG_VERSION'))
  for (const name of ['server.crt', 'server.key']) {
    await writeFile(join(data, name), await readFile(join(dir, name)), { mode: 0o600 })
    await chown(join(data, name), uid, gid)
  }
  const plain = await connect(cluster.url('postgres'))
  await applyMigrations(plain, join(root, 'prisma', 'migrations'))
  await plain.query('ALTER SYSTEM SET ssl = on')
  const rules = ['hostssl all all 127.0.0.1/32 scram-sha-256', 'hostssl replication all 127.0.0.1/32 scram-sha-256']
  await writeFile(join(data, 'pg_hba.conf'), `${rules.join('\n')}\n`)
  await plain.query('SELECT pg_reload_conf()')
  await vi.waitFor(async () => await (await connect(url('localhost', 'ours'))).end(), {
    timeout: 10_000,
    interval: 100,
  })
  await plain.end()
}, 120_000)

afterAll(async () => {
  await closeDb()
  await cluster.stop()
  await rm(dir, { recursive: true, force: true })
})

const openssl = (...args: string[]) => runCommand('openssl', args, { cwd: dir })
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

async function makeAuthority(name: string): Promise<void> {
  const files = ['-keyout', `${name}.key`, '-out', `${name}.crt`]
  await openssl('req', '-x509', '-days', '2', '-subj', `/CN=${name}`, ...newKey, ...files)
}

async function makeCertificate(authority: string, host: string): Promise<void> {
  await openssl('req', '-subj', `/CN=${host}`, ...newKey, '-keyout', 'server.key', '-out', 'server.csr')
  await writeFile(join(dir, 'names'), `subjectAltName=DNS:${host}\n`)
  const signed = ['-CA', `${authority}.crt`, '-CAkey', `${authority}.key`, '-CAcreateserial', '-extfile', 'names']
  await openssl('x509', '-req', '-days', '2', '-in', 'server.csr', '-out', 'server.crt', ...signed)
}

/** As docs/operations/database.md writes it. */
function url(host: string, authority?: string, mode = 'verify-full'): string {
  const file = authority ? `&sslrootcert=${join(dir, `${authority}.crt`)}` : ''
  return `${cluster.url('postgres').replace('127.0.0.1', host)}?sslmode=${mode}${file}`
}

it('pool, Prisma and backups speak TLS with a server whose authority is given', async () => {
  await closeDb()
  vi.resetModules()
  process.env.DATABASE_URL = url('localhost', 'ours')
  const { rows } = await pool().query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()')
  expect(rows).toEqual([{ ssl: true }])
  expect(await db().petition.count()).toBe(0)
  const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
  expect(await takeBase(process.env.DATABASE_URL, join(dir, 'backups'), recipient, new Date())).toMatchObject({
    ok: true,
  })
})

it.each([
  ['an unknown authority', () => url('localhost', 'other'), 'certificate is not one that we trust'],
  ['no authority, which Node’s own do not know', () => url('localhost'), 'certificate is not one that we trust'],
  ['the same with "require"', () => url('localhost', undefined, 'require'), 'certificate is not one that we trust'],
  ['another name than the certificate’s', () => url('127.0.0.1', 'ours'), 'certificate is for another name'],
  ['a file that is not there', () => url('localhost', 'none'), 'none.crt cannot be read'],
  ['no TLS', () => cluster.url('postgres'), 'does not accept'],
])('is refused in a sentence: %s', async (_, bad, sentence) => {
  await expect(connect(bad())).rejects.toThrow(sentence)
})

it('a server without TLS is refused where TLS is asked for', async () => {
  const plain = await connect(url('localhost', 'ours'))
  await plain.query('ALTER SYSTEM SET ssl = off')
  await plain.query('SELECT pg_reload_conf()')
  await plain.end()
  const refused = () => expect(connect(url('localhost', 'ours'))).rejects.toThrow('does not speak TLS')
  await vi.waitFor(refused, { timeout: 10_000, interval: 100 })
})
