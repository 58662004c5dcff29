import { randomBytes, randomUUID } from 'node:crypto'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { textsOf } from '@/e2e/support/texts-of'
import { closeDb, db, pool } from '@/lib/db'
import { detectRestore } from '@/lib/erasure/detect-restore'
import { fileErasures } from '@/lib/erasure/file-erasures'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { append } from '@/lib/ledger/append'
import { addressIndexes } from '@/lib/mail/address-index'
import { openGateway } from '@/lib/mail/gateway/open-gateway'
import { sendDue } from '@/lib/mail/send-due'
import { suppressionHashes } from '@/lib/mail/suppression/address-hash'
import { suppress } from '@/lib/mail/suppression/suppress'
import { composeLinkMail } from '@/lib/self-service/compose-link-mail'
import { eraseSignatures } from '@/lib/self-service/erase-signatures'
import { requestAccessLink } from '@/lib/self-service/request-access-link'
import { startAccessSession } from '@/lib/self-service/start-access-session'
import { appeal } from '@/lib/signatures/appeal'
import { composeSignatureMail } from '@/lib/signatures/compose-mail'
import { confirm } from '@/lib/signatures/confirm'
import { sign } from '@/lib/signatures/sign'
import { readForm } from '@/lib/signatures/signature-form'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { blindIndex, blindIndexes } from '@/lib/vault/blind-index'
import { openRecord } from '@/lib/vault/open-record'
import { hashToken } from '@/lib/vault/token'
import { applyMigrations } from '@/scripts/database/apply-migrations.mjs'
import { startCluster } from '@/scripts/database/cluster.mjs'
import { dataDir, root } from '@/scripts/setup/root.mjs'
import { aPetition, fields, onlyToken, signAs } from '@/test/a-petition'
import { allTexts, disguises } from '@/test/all-texts'

// A PostgreSQL of its own: it is stopped and its files are copied, a backup of everything in it.
const base = await mkdtemp(join(dataDir, 'backup-')).catch(async () => {
  await import('node:fs/promises').then(({ mkdir }) => mkdir(dataDir, { recursive: true }))
  return mkdtemp(join(dataDir, 'backup-'))
})
const cluster = join(base, 'postgres')
const disk = join(base, 'site')
process.env.DATA_DIR = disk
const logged: string[] = []
for (const way of ['log', 'error', 'warn'] as const)
  vi.spyOn(console, way).mockImplementation((...said) => void logged.push(said.join(' ')))

let stop: () => Promise<void>
async function start() {
  const started = await startCluster({ dir: cluster, password: 'test', durable: false })
  stop = started.stop
  return started.url
}

beforeAll(async () => {
  const url = await start()
  const admin = new pg.Client(url('postgres'))
  await admin.connect()
  await admin.query('CREATE DATABASE site')
  await admin.end()
  const client = new pg.Client(url('site'))
  await client.connect()
  await applyMigrations(client, join(root, 'prisma', 'migrations'))
  await client.end()
  process.env.DATABASE_URL = url('site')
}, 120_000)

afterAll(async () => {
  await closeDb()
  await stop()
  await rm(base, { recursive: true, force: true })
})

const now = new Date()
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const person = { name: 'Wilhelmina Überall', email: 'Wilhelmina.Ueberall+petition@Example.ORG' }
const canonical = canonicalEmail(person.email)?.canonical ?? ''

const send = async (at: Date) => {
  const composers = { signature: composeSignatureMail, access_link: composeLinkMail }
  while ((await sendDue(openGateway(), composers, () => at)).claimed > 0);
}

/** Everything that identifies the person in tables and files before erasure. */
async function tracesOf(petitions: string[]): Promise<string[]> {
  const where = { emailIndex: { in: petitions.flatMap((id) => blindIndexes('signature', id, canonical)) } }
  const rows = await db().signature.findMany({ where })
  expect(rows).toHaveLength(2)
  const records = rows.map(({ sealed }) => openRecord(sealed, signatureRecord))
  const bytes = [
    ...rows.flatMap(({ emailIndex, tokenHash, contentMac, sealed }) => [emailIndex, tokenHash, contentMac, sealed]),
    ...addressIndexes(canonical),
    ...suppressionHashes(canonical),
    ...records.flatMap(({ token, opening: { salt, record } }) => [
      hashToken(token) ?? Buffer.alloc(0),
      Buffer.from(salt, 'base64url'),
      Buffer.from(record, 'base64url'),
    ]),
    ...(await db().signatureName.findMany({ where })).flatMap(({ nameIndex }) => nameIndex ?? []),
  ].map((found) => Buffer.from(found))
  return bytes.flatMap((found) => [found.toString('hex'), found.toString('base64url')])
}

/** Publishes the comment and the name, as staff do. */
async function showPublicly(petitionId: string) {
  const { emailIndex, contentMac } = await db().signature.findFirstOrThrow({ where: { petitionId } })
  const row = { petitionId, emailIndex, contentMac, name: person.name }
  const decided = { decision: 'approved', decidedBy: randomUUID(), decidedAt: now, commentMac: randomBytes(32) }
  await db().comment.create({ data: { ...row, ...decided, text: `${person.name} said so` } })
  await db().publishedSigner.create({ data: { ...row, batch: 1, place: 1 } })
}

const everywhere = async () => [await allTexts(), ...(await textsOf(disk)), ...logged].join('\n')

it('holds nothing about a person erased since: no table, file or log contains name, address or their hashes', async () => {
  const petitions = [await aPetition('backed-up'), await aPetition('another')]
  await signAs('backed-up', person.email, now, { ...person, comment: 'Überall gesagt' })
  await confirm(await onlyToken(petitions[0] ?? ''), now)
  await append(now)
  const form = readForm(fields(person.email, { name: person.name }))
  if (!form.ok) throw new Error('the fixture is not a good form')
  await sign('another', form.form, 'en', now, { network: '203.0.113.0/24', formTime: 'good', trap: true })
  await send(now)
  const token = await onlyToken(petitions[1] ?? '')
  await confirm(token, now)
  await appeal(token, `I am ${person.name}`, now)
  await showPublicly(petitions[0] ?? '')
  await suppress(pool(), canonical, 'complaint', [], now)
  await signAs('backed-up', 'somebody.else@example.org', now, { name: 'Somebody Else' })
  // One link is mailed and opened, another only requested.
  await requestAccessLink(form.form.email, 'en', now)
  await send(now)
  const link = /own\/([\w-]{43})/.exec((await textsOf(disk)).join('\n').replace(/=\r?\n/g, ''))?.[1] ?? ''
  await requestAccessLink(form.form.email, 'en', now)

  const traces = [
    ...(await tracesOf(petitions)),
    ...[person.name, person.email, canonical, 'Wilhelmina', 'Ueberall'].flatMap(disguises),
    blindIndex('signature', petitions[0] ?? '', canonical).toString('hex'),
  ]
  const before = await everywhere()
  expect(traces.filter((trace) => before.includes(trace)).length).toBeGreaterThan(8)

  await closeDb()
  await stop()
  await cp(join(cluster, 'data'), join(base, 'backup'), { recursive: true, preserveTimestamps: true })
  await start()

  const session = await startAccessSession(link, later(1))
  if (!session.ok) throw new Error('the private link was not found in the mail')
  expect(await eraseSignatures(session.session, later(1))).toMatchObject({ ok: true })
  await append(later(1))
  await fileErasures(later(1))
  const gone = await everywhere()
  expect(traces.filter((trace) => gone.includes(trace))).toEqual([])

  await closeDb()
  await stop()
  await rename(join(cluster, 'data'), join(base, 'lost'))
  await rename(join(base, 'backup'), join(cluster, 'data'))
  await start()
  const back = await everywhere()
  expect(traces.filter((trace) => back.includes(trace)).length).toBeGreaterThan(8)
  expect(await detectRestore(later(2))).toBe(2)
  await append(later(2))
  const again = await everywhere()
  expect(traces.filter((trace) => again.includes(trace))).toEqual([])
  expect(await db().pendingSignature.count()).toBe(1)
}, 120_000)
