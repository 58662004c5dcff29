import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { showSignature } from '@/app/[locale]/signature/[token]/show-signature'
import { apply } from '@/lib/coalition/apply'
import { askToCoSign } from '@/lib/coalition/ask-to-co-sign/ask-to-co-sign'
import { readAsk } from '@/lib/coalition/ask-to-co-sign/read-ask'
import { coSign } from '@/lib/coalition/co-sign'
import { confirmApplication } from '@/lib/coalition/confirm-application'
import { findApplication } from '@/lib/coalition/find-application'
import { findInvitation } from '@/lib/coalition/find-invitation'
import { findLetter } from '@/lib/coalition/find-letter'
import { findLogo } from '@/lib/coalition/find-logo'
import { findMember } from '@/lib/coalition/find-member'
import { endMemberSession, findMemberSession, isMemberLink } from '@/lib/coalition/member-access/find-member-session'
import { addContact } from '@/lib/coalition/member-access/member-contacts'
import { requestMemberLink } from '@/lib/coalition/member-access/request-member-link'
import { startMemberSession } from '@/lib/coalition/member-access/start-member-session'
import { memberAtLetters } from '@/lib/coalition/member-letters/list-member-letters'
import { signAsMember } from '@/lib/coalition/member-letters/sign-as-member'
import { withdrawAsMember } from '@/lib/coalition/member-letters/withdraw-as-member'
import { findOwnPart } from '@/lib/coalition/member-proposals/find-own-proposals'
import { propose } from '@/lib/coalition/member-proposals/propose'
import { readApplication } from '@/lib/coalition/read-application'
import { readCoSignature } from '@/lib/coalition/read-co-signature'
import { withdrawApplication } from '@/lib/coalition/withdraw-application'
import { withdrawCoSignature } from '@/lib/coalition/withdraw-co-signature'
import { closeDb, db } from '@/lib/db'
import { env } from '@/lib/env'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { findHits, noteHit, storeHits } from '@/lib/integrity/limits/limit-hits'
import { answerReceipts } from '@/lib/ledger/answer-receipts'
import { append } from '@/lib/ledger/append'
import { ledgerStatus } from '@/lib/ledger/ledger-status'
import { readLedgerFile } from '@/lib/ledger/read-ledger-file'
import { requestReceipt } from '@/lib/ledger/request-receipt'
import { countriesOf } from '@/lib/petitions/countries'
import { findCount } from '@/lib/petitions/find-count'
import { findPetition } from '@/lib/petitions/find-petition'
import { growth } from '@/lib/petitions/growth'
import { eraseSignatures } from '@/lib/self-service/erase-signatures'
import { exportSignatures } from '@/lib/self-service/export-signatures'
import { requestAccessLink } from '@/lib/self-service/request-access-link'
import { startAccessSession } from '@/lib/self-service/start-access-session'
import { updateSignature } from '@/lib/self-service/update-signature'
import { withdrawSignature } from '@/lib/self-service/withdraw-signature'
import { appeal } from '@/lib/signatures/appeal'
import { confirm } from '@/lib/signatures/confirm'
import { findMemberNumbers } from '@/lib/signatures/member-numbers/find-member-numbers'
import { publishMemberNumbers } from '@/lib/signatures/member-numbers/publish-member-numbers'
import { noteProviderEvent } from '@/lib/signatures/suppression/note-provider-event'
import { findReadiness } from '@/lib/web/find-readiness'
import { aMember } from '../../test/a-member'
import { aPetition, signAs } from '../../test/a-petition'
import { aStaffMember } from '../../test/a-staff-member'
import { sendAll } from '../../test/access-link'
import { useAccounts } from '../../test/use-accounts'
import { useDatabase } from '../../test/use-database'
import { connect } from './connect.mjs'

useDatabase()

const password = useAccounts()
const slug = 'accounts'
const form = { name: 'Kari', role: 'Chair', authority: 'on' }
let now = new Date()
let email = 'person@example.org'
let petitionId: string

beforeAll(async () => {
  petitionId = await aPetition(slug)
})

/** Runs a process's work, with its own account in the database. */
async function as<T>(role: 'web' | 'admin' | 'worker', work: () => Promise<T>): Promise<T> {
  const owner = env().DATABASE_URL
  const url = new URL(owner)
  Object.assign(url, { username: `petition_${role}`, password })
  await closeDb()
  Object.assign(env(), { DATABASE_URL: url.href })
  try {
    return await work()
  } finally {
    await closeDb()
    Object.assign(env(), { DATABASE_URL: owner })
  }
}

async function mailedToken(link: RegExp): Promise<string> {
  const mails = await as('worker', () => sendAll(now))
  return mails.map(({ text }) => link.exec(text)?.[1]).find(Boolean) ?? ''
}

async function signed(): Promise<string> {
  await as('web', () => signAs(slug, email, now, { updates: 'on', comment: 'A word' }))
  const token = await mailedToken(/\/signature\/([\w-]{43})/)
  await as('web', async () => {
    await showSignature('en', token, undefined)
    expect(await confirm(token, now)).toMatchObject({ ok: true })
  })
  await as('worker', () => append(now))
  return token
}

async function openPage(): Promise<string> {
  const address = canonicalEmail(email)
  if (!address) throw new Error('the fixture is not an address')
  await as('web', () => requestAccessLink(address, 'en', now, { network: '198.51.100.0/24' }))
  const link = await mailedToken(/\/signature\/own\/([\w-]{43})/)
  const session = await as('web', () => startAccessSession(link, now))
  if (!session.ok) throw new Error('no private page')
  return session.session
}

test('signing, confirming, counting, changing, withdrawing, signing again and erasing, each with its own account', async () => {
  const token = await signed()
  await as('web', async () => {
    await showSignature('en', token, undefined)
  })
  const session = await openPage()
  const form = { [`name.${slug}`]: 'Other Name', [`display.${slug}`]: 'full', petition: slug }
  await as('web', async () => {
    expect(await updateSignature(session, form, now)).toEqual({ ok: true, locale: 'en' })
    expect((await exportSignatures(session, now))?.data.signatures[0]).toMatchObject({ name: 'Other Name' })
    expect(await withdrawSignature(session, slug, now)).toMatchObject({ ok: true })
  })
  await as('worker', () => append(now))
  // A person gets a mail only now and then.
  now = new Date(now.getTime() + 3 * 3_600_000)
  await signed()
  const again = await openPage()
  await as('web', () => eraseSignatures(again, now))
  expect(await db().signature.count()).toBe(0)
  await as('worker', () => append(now))
})

test('how often limits are reached is added up by the public process, twice, and read by that of the staff', async () => {
  for (const _ of [1, 2])
    await as('web', async () => {
      noteHit('network')
      await storeHits(now)
    })
  const { network } = await as('admin', () => findHits(now))
  expect(network).toEqual({ today: 2, week: 2 })
})

test('a receipt, an appeal and a complaint', async () => {
  email = 'another@example.org'
  const token = await signed()
  const wanted = as('web', () => requestReceipt(token, now, false))
  await new Promise((resolve) => setTimeout(resolve, 500))
  const client = await connect(process.env.DATABASE_URL ?? '')
  const { rowCount } = await client.query('SELECT FROM receipt_request WHERE answer IS NULL')
  expect(rowCount).toBe(1)
  await client.query("UPDATE signature SET state = 'held', counted_at = NULL, leaf_index = NULL")
  await client.end()
  expect(await wanted).toEqual({ ok: false, reason: 'unavailable' })
  await as('worker', () => answerReceipts(now))
  await as('web', async () => {
    expect(await appeal(token, 'It is me', now)).toMatchObject({ ok: true })
    const event = { type: 'email.complained', data: { to: [email] } }
    await noteProviderEvent('event', JSON.stringify(event), now)
  })
  expect(await db().suppression.count()).toBe(1)
}, 30_000)

test('an organisation applies, confirms and withdraws', async () => {
  const fields = { kind: 'organization', name: 'Org', contact: 'Person', email: 'org@example.org', country: 'KR' }
  const read = readApplication({ ...fields, website: '', comment: 'We help', consent: 'on' })
  if (!read.ok) throw new Error(`the fixture is not a good form: ${Object.keys(read.errors).join(', ')}`)
  await as('web', () => apply(read.form, 'en', now))
  const token = await mailedToken(/\/join\/([\w-]{43})/)
  await as('web', async () => {
    expect(await findApplication(token, now)).toMatchObject({ state: 'pending', own: { name: 'Org' } })
    expect(await confirmApplication(token, now)).toMatchObject({ ok: true })
    expect(await withdrawApplication(token)).toMatchObject({ ok: true })
  })
})

test('an organisation asks for a link, co-signs a letter and withdraws', async () => {
  const dated = { datedOn: now, datedPrecision: 'day' } as const
  const words = { title: 'An open letter', addressee: 'All', summary: 'Act', body: 'Act.' }
  const text = { ...words, locale: 'en', version: 1, publishedAt: now }
  const letter = { id: randomUUID(), slug: 'open-letter', status: 'open', ...dated, texts: { create: text } } as const
  await db().letter.create({ data: letter })
  const email = 'office@lawyers.example'
  const asked = readAsk({ organisation: 'Lawyers', country: 'KR', email, authority: 'on' })
  const read = readCoSignature({ ...form, organisation: 'Lawyers', country: 'KR', email })
  if (!asked.ok || !read.ok) throw new Error('the fixture is not a good form')
  expect(await as('web', () => askToCoSign('open-letter', asked.form, 'en', now))).toEqual({ ok: true, later: false })
  const token = await mailedToken(/\/co-sign\/([\w-]{43})/)
  await as('web', async () => {
    expect(await findInvitation(token, now)).toMatchObject({ state: 'invited' })
    expect(await coSign(token, read.form, 'en', now)).toMatchObject({ ok: true })
  })
  await db().coSignature.updateMany({ where: { domain: 'lawyers.example' }, data: { state: 'approved' } })
  await as('web', async () => {
    expect(await findLetter('open-letter', 'en')).toMatchObject({ coSigners: [{ organisation: 'Lawyers' }] })
    expect(await withdrawCoSignature(token, now)).toMatchObject({ ok: true })
  })
})

test('what everybody reads', async () => {
  await as('web', async () => {
    expect((await findPetition(slug, 'en'))?.slug).toBe(slug)
    await Promise.all([findCount(slug), growth(petitionId), countriesOf(petitionId, now), ledgerStatus(petitionId)])
    await readLedgerFile(slug, 'entries/00000000.bin')
    expect((await findReadiness(now)).database).toBe('ok')
  })
})

test('a member’s contact asks for a link, opens its page, proposes, co-signs a letter and signs out', async () => {
  await aMember('alpha')
  const { id } = await db().member.findUniqueOrThrow({ where: { slug: 'alpha' } })
  const address = canonicalEmail('office@alpha.example')
  if (!address) throw new Error('the fixture is not an address')
  const added = await addContact(await aStaffMember('editor', now), id, { email: address, locale: 'en' }, now)
  expect(added).toEqual({ ok: true, id })
  await as('web', () => requestMemberLink(address, 'en', now, { network: '198.51.100.0/24' }))
  const link = await mailedToken(/\/for-members\/open\/([\w-]{43})/)
  await as('worker', () => publishMemberNumbers(now))
  const dated = { datedOn: now, datedPrecision: 'day' } as const
  await db().letter.create({ data: { id: randomUUID(), slug: 'letter', status: 'open', ...dated } })
  await as('web', async () => {
    expect(await isMemberLink(link, now)).toBe(true)
    const started = await startMemberSession(link, now)
    const session = started.ok ? started.session : ''
    expect(await findMemberSession(session, now)).toMatchObject({ slug: 'alpha' })
    expect(await findMemberNumbers(petitionId, 'alpha', now)).toMatchObject({ all: 0 })
    for (const name of ['Alpha', 'Alpha again'])
      expect(await propose(session, 'words.en', { name }, now)).toEqual({ ok: true })
    expect(await findOwnPart(id, 'words.en')).toMatchObject({ proposal: { state: 'waiting' } })
    expect(await findLogo('alpha')).toBeNull()
    expect(await findMember('alpha', 'en')).toMatchObject({ letters: [] })
    expect(await signAsMember(session, 'letter', form, 'en', now)).toEqual({ ok: true })
    expect((await memberAtLetters(id)).get('letter')).toEqual({ state: 'confirmed', own: true })
    expect(await withdrawAsMember(session, 'letter', now)).toEqual({ ok: true })
    await endMemberSession(session)
    expect(await findMemberSession(session, now)).toBeNull()
  })
})
