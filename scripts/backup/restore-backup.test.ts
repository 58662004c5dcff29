import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { archiveFiles } from '@/lib/backup/archive-files'
import { archiveWal } from '@/lib/backup/archive-wal'
import { readStatus } from '@/lib/backup/backup-folder'
import { takeBase } from '@/lib/backup/take-base'
import { closeDb } from '@/lib/db'
import { fileErasures } from '@/lib/erasure/file-erasures'
import { append } from '@/lib/ledger/append'
import { ledgerSource } from '@/lib/ledger/check/ledger-source'
import { mirrorLedger } from '@/lib/ledger/check/mirror-ledger'
import { signCheckpoints } from '@/lib/ledger/sign-checkpoints'
import { eraseSignatures } from '@/lib/self-service/erase-signatures'
import { aSigner } from '../../test/a-ledger'
import { aPetition, confirmWaiting, signAs } from '../../test/a-petition'
import { accessSession } from '../../test/access-link'
import { startGuardedCluster } from '../../test/guarded-cluster.mjs'
import { serveLedger } from '../../test/serve-ledger'
import { applyMigrations } from '../database/apply-migrations.mjs'
import { startCluster } from '../database/cluster.mjs'
import { connect } from '../database/connect.mjs'
import { root } from '../setup/root.mjs'

const folder = await mkdtemp(join(tmpdir(), 'backup-'))
const backups = join(folder, 'backups')
const identityFile = join(folder, 'identity.txt')
const dataDir = join(folder, 'worker')
process.env.DATA_DIR = dataDir
const site = serveLedger()
const stopping = new AbortController()
let recipient = ''

beforeAll(async () => {
  const identity = await generateX25519Identity()
  recipient = await identityToRecipient(identity)
  await writeFile(identityFile, `# made for this test\n${identity}\n`)
  const cluster = await startGuardedCluster({ dir: join(folder, 'postgres'), password: 'test' })
  const first = await connect(cluster.url('postgres'))
  await first.query('CREATE DATABASE petition')
  await first.end()
  process.env.DATABASE_URL = cluster.url('petition')
  const client = await connect(cluster.url('petition'))
  await applyMigrations(client, join(root, 'prisma', 'migrations'))
  await client.end()
}, 120_000)

afterAll(async () => {
  stopping.abort()
  await closeDb().catch(() => undefined)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** As `npm run restore` and `npm run drill:restore` do it. */
async function run(script: string, ...args: string[]) {
  return runFrom(backups, script, ...args)
}

async function runFrom(from: string, script: string, ...args: string[]) {
  const { DATABASE_URL: _, ...env } = process.env
  const command = [join(root, 'scripts/run-restore.mjs'), join(root, script), ...args]
  const more = { BACKUP_DIR: from, DATABASE_URL: '', DATA_DIR: join(folder, 'new-worker') }
  return promisify(execFile)(process.execPath, command, { cwd: root, env: { ...env, ...more } })
}

/** The contents of a restored database. */
async function read(to: string): Promise<{ rows: number; net: number; size: number; forms: number }> {
  const cluster = await startCluster({ dir: to, password: 'test' })
  const client = new pg.Client({ connectionString: cluster.url('petition') })
  await client.connect()
  const { rows } = await client.query(
    `SELECT (SELECT count(*)::int FROM signature WHERE state = 'counted') AS rows, net::int, size::int,
      (SELECT count(*)::int FROM pending_signature) AS forms FROM petition_total`,
  )
  await client.end()
  await cluster.stop()
  return rows[0]
}

/** A moment before an erasure and the last three signatures, all of which the public has seen. */
let past: string[] = []
let last = new Date()

it('restores all that was committed before the server died', async () => {
  const signer = await aSigner({ dataDir })
  const id = await aPetition('restored')
  const people = async (...names: string[]) => {
    for (const name of names) await signAs('restored', `${name}@example.org`, new Date())
    await confirmWaiting(id, new Date())
    await append(new Date(), { rule: null, random: Math.random })
    await signCheckpoints(signer, new Date())
    await mirrorLedger(ledgerSource(site.address('restored')), join(folder, 'mirrors', 'restored'))
  }
  const url = process.env.DATABASE_URL ?? ''
  await people('before-1', 'erased', 'before-2')
  // As of a cluster of three servers; without a reload it does not count here yet, and comes with the copy.
  const server = await connect(url)
  await server.query(`ALTER SYSTEM SET synchronous_standby_names = '"db-1"'`)
  await server.end()
  expect(await takeBase(url, backups, recipient, new Date())).toMatchObject({ ok: true })
  const archiving = archiveWal({ url, folder: backups, recipient, every: 200, signal: stopping.signal }).catch(() => {})

  await people('after-1', 'after-2')
  await sleep(50)
  past = ['--until', new Date().toISOString()]
  await sleep(50)
  await eraseSignatures(await accessSession('erased@example.org', new Date()), new Date())
  await fileErasures(new Date())
  await people('late-1', 'late-2', 'late-3')
  last = new Date()
  await archiveFiles(backups, recipient, dataDir)
  await vi.waitFor(
    async () => expect((await readStatus(backups)).archivedAt?.getTime()).toBeGreaterThan(last.getTime()),
    {
      timeout: 20_000,
    },
  )

  // The machine dies.
  const [pid] = (await readFile(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  await archiving
  await closeDb().catch(() => undefined)

  // All that was acknowledged is there, without a mirror.
  const whole = join(folder, 'whole')
  const full = await run('scripts/restore.ts', '--identity', identityFile, '--to', whole)
  expect(full.stdout).toContain('READY')
  expect(await read(whole)).toEqual({ rows: 7, net: 7, size: 9, forms: 0 })
}, 300_000)

it('restores a server that had more connections than the file of its settings says, as in compose.yaml', async () => {
  // `durable: false`, as nothing here must survive a power cut: it also sets more connections.
  const { url, stop } = await startCluster({ dir: join(folder, 'whole'), password: 'test', durable: false })
  const own = join(folder, 'backups-of-containers')
  expect(await takeBase(url('petition'), own, recipient, new Date())).toMatchObject({ ok: true })
  await stop()

  const to = join(folder, 'containers')
  const again = await runFrom(own, 'scripts/restore.ts', '--identity', identityFile, '--to', to)
  expect(again.stdout).toContain('READY')
  expect(await read(to)).toEqual({ rows: 7, net: 7, size: 9, forms: 0 })
}, 300_000)

it('restores a server that keeps its settings outside of its data, as Debian’s does', async () => {
  const server = join(folder, 'whole')
  const { url, stop } = await startCluster({ dir: server, password: 'test' })
  const kept = ['postgresql.conf', 'pg_hba.conf', 'pg_ident.conf']
  for (const name of kept) await rename(join(server, 'data', name), join(folder, name))
  const own = join(folder, 'backups-of-debian')
  expect(await takeBase(url('petition'), own, recipient, new Date())).toMatchObject({ ok: true })
  await stop()

  const to = join(folder, 'debian')
  const again = await runFrom(own, 'scripts/restore.ts', '--identity', identityFile, '--to', to)
  expect(again.stdout).toContain('READY')
  for (const name of kept) {
    expect(existsSync(join(to, 'data', name))).toBe(false)
    await copyFile(join(folder, name), join(to, 'data', name))
  }
  expect(await read(to)).toEqual({ rows: 7, net: 7, size: 9, forms: 0 })
}, 300_000)

it('restores a time: nobody erased comes back, the ledger is as published, counts equal rows', async () => {
  const earlier = join(folder, 'earlier')
  const mirrors = ['--mirrors', join(folder, 'mirrors')]
  const partial = await run('scripts/restore.ts', '--identity', identityFile, '--to', earlier, ...past, ...mirrors)
  expect(partial.stdout).toContain('1 signatures erased again.')
  expect(partial.stdout).toContain('restored: 4 entries restored after the 5 that were there. 3 count although')
  expect(partial.stdout).toContain('READY')
  expect(await read(earlier)).toEqual({ rows: 4, net: 7, size: 9, forms: 0 })
}, 300_000)

it('says without the mirror that entries are missing', async () => {
  const short = run('scripts/restore.ts', '--identity', identityFile, '--to', join(folder, 'short'), ...past)
  await expect(short).rejects.toMatchObject({ stdout: expect.stringContaining('5 entries, and 9 were signed') })
}, 300_000)

it('restores the files of the worker alone, for one that moves while the database lives', async () => {
  const said = await run('scripts/restore.ts', '--identity', identityFile, '--files')
  expect(said.stdout).toContain('files are restored')
  const [moved, kept] = await Promise.all(
    [join(folder, 'new-worker'), dataDir].map((dir) => readFile(join(dir, 'erasures.txt'), 'utf8')),
  )
  expect(moved?.match(/^[0-9a-f]{64} \S+$/gm)).toEqual(kept?.match(/^[0-9a-f]{64} \S+$/gm))
}, 60_000)

it('a drill ends with figures, and nothing in the folder can be read without the identity', async () => {
  // As dist/drill-restore.js runs in a container of the site: its database's address is in a file, and is not asked.
  const address = join(folder, 'database_url')
  await writeFile(address, 'postgresql://petition_backup:x@nowhere.invalid/petition')
  const { DATABASE_URL: _, ...env } = process.env
  const drill = await promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/drill-restore.ts', '--identity', identityFile],
    { cwd: root, env: { ...env, BACKUP_DIR: backups, DATABASE_URL_FILE: address } },
  )
  expect(drill.stdout).toMatch(/READY.*\nRPO [\d.]+ s: .*\nRTO [\d.]+ s: /)
  expect((await readStatus(backups)).drilledAt?.getTime()).toBeGreaterThan(last.getTime())

  for (const name of await readdir(backups, { recursive: true, withFileTypes: true })) {
    if (!name.isFile() || name.name === 'status.json') continue
    expect((await readFile(join(name.parentPath, name.name), 'latin1')).slice(0, 21)).toBe('age-encryption.org/v1')
  }
}, 300_000)
