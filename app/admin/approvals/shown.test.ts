import { randomUUID } from 'node:crypto'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { createElement, type ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { beforeAll, expect, test, vi } from 'vitest'
import { tOf } from '@/components/admin/words'
import { createSelectionAction } from '@/lib/bulk-actions/create-bulk-action'
import { db, pool } from '@/lib/db'
import { readOrder } from '@/lib/exports/order'
import { fingerprintOf } from '@/lib/exports/recipient'
import { requestExport } from '@/lib/exports/request-export'
import { createMailing, saveMailingText } from '@/lib/mailings/draft'
import { keyText } from '@/lib/signatures/admin/signature-key'
import { findApproval } from '@/lib/staff/approvals/list-approvals'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { type ApprovableVerb, approvable } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { aPetition, confirmWaiting, signAs } from '@/test/a-petition'
import { aSheet } from '@/test/a-sheet'
import { aSession, aStaffMember } from '@/test/a-staff-member'
import { browser } from '@/test/admin-request'
import { useDatabase } from '@/test/use-database'
import page from './[id]/page'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

const now = new Date()
const slug = 'to-be-approved'
/** Each request's id. */
const requests = {} as Record<ApprovableVerb, string>
let recipient = ''

/** The details that the approver must read, beside the kind and the reason. */
const shows = (): Record<ApprovableVerb, (string | RegExp)[]> => ({
  'staff.invite': ['new@example.org', 'Moderator'],
  'staff.change_role': ['new@example.org', 'Editor', 'Moderator'],
  'staff.disable': ['new@example.org', 'Moderator'],
  'staff.enable': ['new@example.org', 'Moderator'],
  'staff.reset_factor': ['new@example.org', 'Moderator', 'sets up a new one'],
  'bulk.approve': [
    'A call',
    'Hold 3 signatures',
    'South Korea: 2',
    'Japan: 1',
    'Busy network: 3',
    'Sample: 3 of 3',
    'Selected one by one',
  ],
  'update.send': [
    'A call',
    'News of June',
    'What happened in June',
    'Nouvelles de juin',
    'Ce qui est arrivé',
    /Korean\s*2/,
    /Japanese\s*1/,
    'French',
  ],
  'update.publish': ['A call', 'News of June'],
  'export.personal': [
    'A call',
    fingerprintOf(recipient),
    'South Korea',
    'as its signer chose to appear',
    'Signatures at the time of the request',
  ],
  'paper.withdraw': ['A call', 'Geneva', '2026-11-20', '150'],
  'petition.publish': ['A call', 'Korean', 'The new demand'],
  'petition.change_status': ['A call', 'Close'],
  'petition.plan': ['A call', '2026-12-01', '2026-12-24'],
  'petition.deliver': ['A call', '2026-11-20', '2026-12-20', '1,234'],
  'petition.hand_over': ['A call', '2026-11-20', 'Office of the High Commissioner'],
  'petition.hand_over_names': [
    'A call',
    'Office of the High Commissioner',
    fingerprintOf(recipient),
    '1 names of 1 counted',
  ],
  'petition.answer': ['A call', 'Office of the High Commissioner', 'their letter'],
  'petition.delete': ['A call', '12'],
  'coalition.publish': ['Norway', 'A new address'],
  'webhook.add': ['hooks.example.org', 'A petition was opened'],
})

async function ask(by: Staff, verb: ApprovableVerb, subject: string, detail: Record<string, string>, after?: string) {
  const content = after ? [{ name: 'title', label: 'Title', locale: 'en', before: '', after }] : undefined
  const id = await db().$transaction((tx) =>
    requestApproval(tx, by, { verb, subject, detail, reason: 'the reason', content }, now),
  )
  requests[verb] = id ?? ''
}

beforeAll(async () => {
  recipient = await identityToRecipient(await generateIdentity())
  const first = await aStaffMember('owner', now)
  await db().user.update({
    where: { id: first.id },
    data: { email: 'first@example.org', name: 'Joon Park', nameFolded: 'joon park' },
  })
  const petition = await aPetition(slug)
  for (const [i, country] of ['KR', 'KR', 'JP'].entries()) {
    const person = { name: `Person ${i}`, display: 'full', country, updates: 'on' }
    await signAs(slug, `person-${i}@example.org`, new Date(now.getTime() - 60_000), person)
    await confirmWaiting(petition, new Date(now.getTime() - 30_000))
  }
  await pool().query(
    `UPDATE signature SET signals = 'busy_network', locale = CASE country WHEN 'KR' THEN 'ko' ELSE 'ja' END`,
  )

  const person = { id: randomUUID(), email: 'new@example.org', role: 'moderator' as const, createdAt: now }
  await db().user.create({ data: person })
  const about = `staff:${person.id}`
  await ask(first, 'staff.invite', about, { role: 'moderator' })
  await ask(first, 'staff.change_role', about, { from: 'editor', to: 'moderator' })
  await ask(first, 'staff.enable', about, { role: 'moderator' })
  const afterwards = 'the next sign-in by mail sets up a new one'
  await ask(first, 'staff.reset_factor', about, { role: 'moderator', afterwards })
  await ask(first, 'staff.disable', about, { role: 'moderator' })

  const rows = await db().signature.findMany({ where: { petitionId: petition } })
  const bulk = await createSelectionAction(
    first,
    'hold',
    '',
    rows.map((row) => keyText(row)),
    now,
  )
  await db().bulkAction.update({ where: { id: bulk ?? '' }, data: { stage: 'waiting' } })
  const rule = JSON.stringify({ ticked: 3 })
  const many = { petition: slug, what: 'hold', signatures: '3', rule, 'look at them': `/admin/bulk/${bulk}` }
  await ask(first, 'bulk.approve', `bulk:${bulk}`, many)

  const mailing = await createMailing(first, petition, now)
  const id = mailing.ok ? mailing.id : ''
  const texts = { en: ['News of June', 'What happened in June.'], fr: ['Nouvelles de juin', 'Ce qui est arrivé.'] }
  for (const [locale, [subject = '', body = '']] of Object.entries(texts))
    await saveMailingText(first, { id, locale, revision: 0 }, { subject, body }, now)
  const { revision } = await db().mailing.findUniqueOrThrow({ where: { id } })
  const sent = {
    petition: slug,
    subject: 'News of June',
    languages: 'en fr',
    recipients: '2',
    revision: String(revision),
  }
  await ask(first, 'update.send', `update:${id}`, sent)
  await ask(first, 'update.publish', `update:${id}`, { petition: slug, languages: 'en' }, 'News of June')

  const read = readOrder({ petition, country: 'KR', recipient, reason: 'the reason' }, ['name'], now)
  const exported = read.ok ? await requestExport(first, read.order, now) : null
  requests['export.personal'] = (exported?.ok && exported.approval) || ''

  const sheet = await aSheet(first, petition, 150, now)
  await ask(first, 'paper.withdraw', `paper:${sheet}`, { sheet: sheet.slice(0, 8), signatures: '150', place: 'Geneva' })
  const of = `petition:${petition}`
  const words = { petition: slug, language: 'ko', revision: '3', 'version now': '1' }
  await ask(first, 'petition.publish', `petition_text:${petition}.ko`, words, 'The new demand')
  const common = { petition: slug, status: 'open', counted: '1234' }
  await ask(first, 'petition.change_status', of, { ...common, step: 'close' })
  const plan = { petition: slug, 'opens before': '', opens: '2026-12-01', 'closes before': '', closes: '2026-12-24' }
  await ask(first, 'petition.plan', of, { ...plan, versions: 'en 1' })
  const deleted = { 'personal data deleted': '2026-12-20', destroys: 'yes' }
  await ask(first, 'petition.deliver', of, { ...common, step: 'deliver', day: '2026-11-20', ...deleted })
  const to = { petition: slug, day: '2026-11-20', addressees: 'Office of the High Commissioner' }
  await ask(first, 'petition.hand_over', of, to)
  await ask(first, 'petition.hand_over_names', of, { ...to, 'names to': `${recipient} ${to.addressees}` })
  const answer = {
    petition: slug,
    office: to.addressees,
    answer: 'answered',
    day: '2026-11-21',
    source: 'their letter',
  }
  await ask(first, 'petition.answer', `delivery:${randomUUID()}.0`, answer)
  await ask(first, 'petition.delete', of, { petition: slug, status: 'closed', counted: '12', what: 'unpublish' })
  const address = {
    what: 'add a government address',
    government: 'NO.foreign_ministry',
    act: 'add',
    expectedVersion: 'x',
  }
  await ask(first, 'coalition.publish', 'government:NO.foreign_ministry', address, 'A new address')
  const hook = { address: 'https://hooks.example.org/in', events: 'petition.opened petition.closed' }
  await ask(first, 'webhook.add', `webhook:${randomUUID()}`, hook)

  await pool().query(`UPDATE signature SET state = 'counted', counted_at = now(), leaf_index = 0 WHERE country = 'JP'`)
  await db().petitionTotal.create({ data: { petitionId: petition, size: 1, net: 1, asOf: now } })

  browser.cookie = 'the second'
  await aSession('owner', now, browser.cookie)
})

/** The text of the page, without the frame around it, and without what is folded away. */
async function textOf(id: string): Promise<string> {
  const props = { params: Promise.resolve({ id }), searchParams: Promise.resolve({}) }
  const { prelude } = await prerender(createElement('div', null, (await page(props)) as ReactNode))
  const html = await new Response(prelude).text()
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  return main
    .replaceAll(/<details>[\s\S]*?<\/details>|<(script|template)\b[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#x27;/g, '’')
    .replaceAll(/\s+/g, ' ')
}

test.each(Object.keys(approvable) as ApprovableVerb[])('%s: says what it is about in words', async (verb) => {
  const text = await textOf(requests[verb])
  for (const part of ['the reason', 'Joon Park requests', ...shows()[verb]]) {
    expect(text).toMatch(
      typeof part === 'string' ? new RegExp(part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i') : part,
    )
  }
  // Neither an id nor a part of one, a digest, a code in underscores, nor a petition's address.
  expect(text.replaceAll(fingerprintOf(recipient), '')).not.toMatch(
    new RegExp(`[0-9a-f]{8}-[0-9a-f]{4}|\\b(?=\\w*\\d)[0-9a-f]{8,}\\b|\\b[a-z]+_[a-z_]+\\b|${slug}`),
  )
})

test.each(Object.keys(approvable) as ApprovableVerb[])('%s: has a name for each of its details', async (verb) => {
  const staff = await aStaffMember('owner', now)
  const names = Object.keys((await findApproval(staff, requests[verb], now))?.detail ?? {})
  const unseen = ['revision', 'expectedVersion', 'act', 'to', 'versions', 'sheet', 'look at them']
  expect(names.filter((name) => !unseen.includes(name) && tOf('detail', name) === undefined)).toEqual([])
})

test.each([
  ['bulk.approve', 'South Korea: 2'],
  ['update.send', 'What happened in June'],
  ['petition.hand_over_names', 'counted signatures'],
] as const)(
  '%s: once it is decided on, nothing of how things stand is shown as what was decided',
  async (verb, live) => {
    const id = requests[verb]
    const someone = await aStaffMember('owner', now)
    await db().approval.update({ where: { id }, data: { refusedAt: new Date(), decidedBy: someone.id } })
    const text = await textOf(id)
    expect(text).toContain('A call')
    expect(text).not.toContain(live)
  },
)
