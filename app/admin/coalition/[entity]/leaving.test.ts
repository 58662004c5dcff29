import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { confirmables } from '@/components/admin/confirm/confirmables'
import { expectedPage } from '@/components/admin/confirm/confirmation'
import { findEditable } from '@/lib/coalition/entities/find-editable'
import { member } from '@/lib/coalition/entities/member'
import { db } from '@/lib/db'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { findKeptForm, keepForm } from '@/lib/staff/drafts/kept-form'
import type { Staff } from '@/lib/staff/staff'
import { aMember } from '@/test/a-member'
import { aSession } from '@/test/a-staff-member'
import { browser, formOf, outcomeOf } from '@/test/admin-request'
import { useDatabase } from '@/test/use-database'
import { endMembership, save } from './actions'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

const now = new Date()
let editor: Staff
beforeEach(async () => {
  browser.cookie = `editor ${Math.random()}`
  const { id, user, device } = await aSession('editor', new Date(), browser.cookie)
  editor = { id: user.id, email: user.email, role: 'editor', session: { id, device, factor: 'app' } }
})

/** A member with two contacts, of whom one is signed in, and a proposal that waits. */
async function aBusyMember(slug: string): Promise<string> {
  await aMember(slug)
  const { id } = await db().member.findUniqueOrThrow({ where: { slug } })
  for (const i of [1, 2]) {
    const contact = { id: randomUUID(), memberId: id, addressIndex: Buffer.from(`${slug} ${i}`), addedAt: now }
    await db().memberContact.create({ data: { ...contact, sealed: Buffer.from('x') } })
    const access = { contactId: contact.id, tokenHash: Buffer.from(`${slug} ${i}`), kind: 'session' }
    if (i === 1) await db().memberAccess.create({ data: { ...access, expiresAt: new Date(now.getTime() + 3_600_000) } })
  }
  const proposal = { id: randomUUID(), memberId: id, part: 'site', content: '{}', proposedAt: now }
  await db().memberProposal.create({ data: proposal })
  return id
}

async function fieldsOf(id: string): Promise<Record<string, string>> {
  const found = await findEditable(editor, member, id)
  if (!found) throw new Error('no member')
  return { entity: 'members', id, expectedVersion: found.version, ...found.values }
}

test('a membership ends from a page alone that says what is deleted, and what cannot be undone', async () => {
  const id = await aBusyMember('leaving')
  const left = new Date().toISOString().slice(0, 10)
  const kept = await keepForm(
    { userId: editor.id, sessionId: editor.session.id },
    { path: `/admin/coalition/members/${id}`, form: 'member', fields: { left } },
    now,
  )
  const typed = { ...(await fieldsOf(id)), website: 'https://leaving.example', left, kept: kept ?? '' }
  const said = await outcomeOf(save(formOf(typed)))
  const key = /^redirect \/admin\/confirm\/end-membership\/([\w-]+)$/.exec(said)?.[1] ?? ''
  expect([said, key !== '']).toEqual([said, true])
  expect(await db().member.count({ where: { id, leftOn: null, website: null } })).toBe(1)

  // Until it is done, it is kept beyond the session.
  expect(await findKeptForm(editor, kept)).not.toBeNull()
  const found = await confirmables['end-membership'].find(editor, key, '', new Date())
  const text = found?.happens.join(' ') ?? ''
  expect(text).toContain(`Leaving day: ${left}`)
  expect(text).toContain('Also saved from the form: Website.')
  expect(text).toContain('2 contacts')
  expect(text).toContain('1 open session')
  expect(text).toContain('1 proposal')
  expect(text).toContain('“leaving”')
  expect(found?.undo).toContain('cannot be')
  const form = formOf({ act: 'end-membership', confirming: key, expectedPage: found ? expectedPage(found) : '' })
  expect(await outcomeOf(endMembership(form))).toMatch(/^redirect \/admin\/coalition\/members\/[\w-]+\?done=/)
  const row = await db().member.findUniqueOrThrow({ where: { id } })
  expect([row.leftOn?.toISOString().slice(0, 10), row.website]).toEqual([left, 'https://leaving.example/'])
  expect(await findKeptForm(editor, kept)).toBeNull()
})

test('if it was changed meanwhile, it does not end, and what was typed is there', async () => {
  const id = await aBusyMember('leaving-late')
  const typed = { ...(await fieldsOf(id)), left: '2026-11-20' }
  const key = (await outcomeOf(save(formOf(typed)))).split('/').at(-1) ?? ''
  const found = await confirmables['end-membership'].find(editor, key, '', new Date())
  await db().member.update({ where: { id }, data: { country: 'KR' } })
  const form = formOf({ act: 'end-membership', confirming: key, expectedPage: found ? expectedPage(found) : '' })
  const said = await outcomeOf(endMembership(form))
  expect(said).toMatch(/^redirect \/admin\/coalition\/members\/[\w-]+\?draft=/)
  const draft = await findDraft(editor, 'member', said.split('draft=')[1])
  expect(draft).toMatchObject({ fields: { left: '2026-11-20' }, errors: { form: ['changed'] } })
  expect(await db().member.count({ where: { id, leftOn: null } })).toBe(1)
})

test('nothing else of a member asks, nor that it left once it has', async () => {
  const id = await aBusyMember('staying')
  const saved = /^redirect \/admin\/coalition\/members\/[\w-]+\?done=saved$/
  expect(await outcomeOf(save(formOf({ ...(await fieldsOf(id)), country: 'KR' })))).toMatch(saved)
  await db().member.update({ where: { id }, data: { leftOn: new Date('2026-11-20') } })
  expect(await outcomeOf(save(formOf({ ...(await fieldsOf(id)), left: '2026-11-21' })))).toMatch(saved)
  expect(await outcomeOf(save(formOf({ ...(await fieldsOf(id)), left: '' })))).toMatch(saved)
})

test('a leaving day that is still to come asks again when it is moved nearer, as contacts are still there', async () => {
  const id = await aBusyMember('leaving-soon')
  const [day, later] = [7, 14].map((n) => new Date(now.getTime() + n * 86_400_000).toISOString().slice(0, 10))
  await db().member.update({ where: { id }, data: { leftOn: new Date(`${day}T00:00:00Z`) } })
  const left = now.toISOString().slice(0, 10)
  const said = await outcomeOf(save(formOf({ ...(await fieldsOf(id)), left })))
  expect(said).toMatch(/^redirect \/admin\/confirm\/end-membership\//)
  const found = await confirmables['end-membership'].find(editor, said.split('/').at(-1) ?? '', '', new Date())
  const text = found?.happens.join(' ') ?? ''
  expect(text).toContain(`Leaving day: ${left} (UTC) instead of ${day}`)
  expect(text).toContain('2 contacts are deleted within the hour')
  expect(text).not.toContain('Also saved')
  const saved = /^redirect \/admin\/coalition\/members\/[\w-]+\?done=saved$/
  expect(await outcomeOf(save(formOf({ ...(await fieldsOf(id)), left: later ?? '' })))).toMatch(saved)
})
