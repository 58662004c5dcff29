import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import type { StaffRole } from '@/prisma/generated/enums'
import { seedCoalition } from '@/prisma/seed/coalition/seed-coalition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { withApproval } from '@/test/with-approval'
import { requestLetterStep } from '../admin/letter-steps'
import { publishActivity, withdrawActivity } from '../admin/publish-activity'
import { findGovernment } from '../find-government'
import { findLetter } from '../find-letter'
import { listActivities } from '../list-activities'
import { listMembers } from '../list-members'
import { activity } from './activity'
import { readForm } from './fields'
import { findEditable } from './find-editable'
import { findText } from './find-text'
import { governmentAddress } from './government-address'
import { letter } from './letter'
import { member } from './member'
import { requestRemoval, saveEntity } from './save-entity'
import { saveText } from './save-text'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
let editor: Staff
let second: Staff

beforeAll(async () => {
  await seedCoalition(now)
  editor = await aStaffMember('editor', now)
  second = await aStaffMember('editor', now)
})

const fields = {
  slug: 'refuge-and-hope',
  kind: 'organization',
  name: 'Refuge & Hope',
  listed: '2026-11',
  sources: '001',
}

function form(more: Record<string, string> = {}) {
  const read = readForm(member.schema, { ...fields, ...more })
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.form
}

async function added(slug: string): Promise<string> {
  const result = await saveEntity(editor, member, { form: form({ slug }) }, now)
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return result.id
}

/** A form's result, in the shape of a request's. */
async function saved(result: ReturnType<typeof saveText>) {
  const given = await result
  return given.ok ? given : { ok: false as const, reason: Object.values(given.errors).flat().join(' ') }
}

const looked = async (id: string) => {
  const found = await findEditable(editor, member, id)
  if (!found) throw new Error('it is gone')
  return found
}
const onList = async (slug: string) => (await listMembers('ko')).find((member) => member.slug === slug)

describe('a member', () => {
  it('is publicly listed until it leaves, and is found by its names in all languages', async () => {
    const id = await added('kept')
    expect((await findEditable(editor, member, id))?.values).toMatchObject({
      sources: '001',
      listed: '2026-11',
      left: '',
    })
    const { version } = (await findText(editor, 'member', id, 'ko')) ?? { version: '' }
    const words = { kind: 'member', key: id, locale: 'ko' }
    expect((await saveText(editor, words, { expectedVersion: version, fields: { name: '쉼터와 희망' } }, now)).ok).toBe(
      true,
    )
    expect(await onList('kept')).toMatchObject({ name: '쉼터와 희망', search: expect.stringContaining('refuge') })
    const { version: expectedVersion } = await looked(id)
    await saveEntity(
      editor,
      member,
      { id, expectedVersion, form: form({ slug: 'kept', left: '2026-11-21', aliases: 'R&H\n\n RAH ' }) },
      now,
    )
    expect(await onList('kept')).toBeUndefined()
    expect((await looked(id)).values).toMatchObject({ left: '2026-11-21', aliases: 'R&H\nRAH' })
    const search = (await db().member.findUniqueOrThrow({ where: { id } })).search
    expect(search).toContain('쉼터와 희망'.normalize('NFC'))
    expect(search).toContain('rah')
  })

  it('has a unique slug, even if two add it at once', async () => {
    const results = await Promise.all(
      [1, 2, 3].map(() => saveEntity(editor, member, { form: form({ slug: 'same' }) }, now)),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter((one) => !one.ok && one.errors.slug?.[0] === 'taken')).toHaveLength(2)
  })

  it('is not overwritten from a stale page; the audit log names fields, not their values', async () => {
    const id = await added('stale')
    const { version } = await looked(id)
    const other = await aStaffMember('owner', now)
    const save = (by: Staff, name: string) =>
      saveEntity(by, member, { id, expectedVersion: version, form: form({ slug: 'stale', name }) }, now)
    const results = await Promise.all([save(editor, 'By the editor'), save(other, 'By the owner')])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, errors: { form: ['changed'] } })
    const entries = await db().auditEntry.findMany({ where: { verb: 'member.save', subject: `member:${id}` } })
    expect(entries.map(({ detail }) => detail)).toEqual(['{"changed":"name"}'])
    const { version: again } = await looked(id)
    const saving = { id, expectedVersion: again, form: form({ slug: 'stale', name: 'Again' }) }
    expect((await saveEntity(editor, member, saving, now)).ok).toBe(true)
  })

  it('reports the errors of each field', () => {
    const bad = {
      ...fields,
      slug: 'Not An Address',
      kind: 'party',
      website: 'ftp://x.org',
      listed: '2026-02-31',
      left: 'x',
    }
    expect(readForm(member.schema, bad)).toMatchObject({
      ok: false,
      errors: { slug: ['invalid'], kind: ['unknown'], website: ['invalid'], listed: ['date'] },
    })
  })
})

describe('an activity', () => {
  it('is public once it has a text and a source and is published; unpublished it is kept', async () => {
    const read = readForm(activity.schema, {
      slug: 'a-hearing',
      happened: '2026-11-20',
      byCoalition: 'on',
      sources: '002',
    })
    if (!read.ok) throw new Error(JSON.stringify(read.errors))
    const result = await saveEntity(editor, activity, { form: read.form }, now)
    const id = result.ok ? result.id : ''
    const shown = async () => (await listActivities('fr')).find(({ slug }) => slug === 'a-hearing')
    expect(await publishActivity(editor, id, now)).toEqual({ ok: false, reason: 'no_text' })
    const { version } = (await findText(editor, 'activity', id, 'en')) ?? { version: '' }
    const words = { title: 'A hearing', body: 'It took place.', place: '', doubt: '' }
    expect(
      await saveText(
        editor,
        { kind: 'activity', key: id, locale: 'en' },
        { expectedVersion: version, fields: words },
        now,
      ),
    ).toMatchObject({
      ok: true,
    })
    expect(await shown()).toBeUndefined()
    const results = await Promise.all([1, 2].map(() => publishActivity(editor, id, now)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await shown()).toMatchObject({ byCoalition: true, text: { locale: 'en', place: null } })
    const expectedVersion = (await findEditable(editor, activity, id))?.version ?? ''
    expect(
      await saveEntity(editor, activity, { id, expectedVersion, form: { ...read.form, sources: [] } }, now),
    ).toEqual({
      ok: false,
      errors: { sources: ['missing'] },
    })
    expect(
      await saveText(
        editor,
        { kind: 'activity', key: id, locale: 'fr' },
        { expectedVersion: version, fields: { ...words, title: 'Une audition' } },
        now,
      ),
    ).toMatchObject({ ok: true })
    expect(await shown()).toMatchObject({ text: { locale: 'fr', title: 'Une audition' } })
    expect(await withdrawActivity(editor, id, now)).toEqual({ ok: true })
    expect(await withdrawActivity(editor, id, now)).toEqual({ ok: false, reason: 'changed' })
    expect(await shown()).toBeUndefined()
    expect(await db().activityText.count({ where: { activityId: id } })).toBe(2)
  })

  it('cannot end before it began', () => {
    const read = readForm(activity.schema, { slug: 'x', happened: '2026-11-20', ended: '2026-11-19' })
    expect(read).toEqual({ ok: false, errors: { ended: ['before'] } })
  })
})

it('a letter’s text changes in place while a draft, and by new versions once open; closing is final', async () => {
  const read = readForm(letter.schema, { slug: 'to-the-council', dated: '2026-12', sources: '' })
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  const result = await saveEntity(editor, letter, { form: read.form }, now)
  const id = result.ok ? result.id : ''
  const write = async (title: string, locale = 'en') => {
    const { version } = (await findText(editor, 'letter', id, locale)) ?? { version: '' }
    const words = { title, addressee: 'The Council', summary: 'We ask.', body: 'We ask for it.', signersNote: '' }
    return saveText(editor, { kind: 'letter', key: id, locale }, { expectedVersion: version, fields: words }, now)
  }
  const move = (to: 'open' | 'sent') => withApproval(requestLetterStep(editor, id, to, '', now), second, now)
  expect(await move('open')).toEqual({ ok: false, reason: 'no_text' })
  await write('First')
  await write('Second')
  expect(await findLetter('to-the-council', 'en')).toBeNull()
  const asked = await requestLetterStep(editor, id, 'open', '', now)
  await write('Not shown to the second person')
  expect(await withApproval(Promise.resolve(asked), second, now)).toEqual({ ok: false, reason: 'changed' })
  await write('Second')
  expect(await withApproval(Promise.resolve(asked), editor, now)).toEqual({ ok: false, reason: 'own' })
  expect(await withApproval(Promise.resolve(asked), second, now)).toEqual({ ok: true })
  // Open: no word of it changes without approval.
  expect(await write('Third')).toMatchObject({ ok: true, approval: expect.any(String) })
  expect((await findLetter('to-the-council', 'en'))?.text.title).toBe('Second')
  await db().approval.updateMany({ where: { approvedAt: null }, data: { refusedAt: now } })
  expect(await withApproval(saved(write('Third')), second, now)).toEqual({ ok: true })
  expect(await withApproval(saved(write('Troisième', 'fr')), second, now)).toEqual({ ok: true })
  expect((await findLetter('to-the-council', 'en'))?.versions.map(({ version }) => version)).toEqual([2, 1])
  expect((await findLetter('to-the-council', 'fr'))?.text).toMatchObject({ title: 'Troisième', version: 1 })
  expect(await move('sent')).toEqual({ ok: true })
  expect(await move('open')).toEqual({ ok: false, reason: 'changed' })
  expect((await findEditable(editor, letter, id))?.row.status).toBe('sent')
})

it('a government has one address for each office, with its source and the day it was checked', async () => {
  const entry = {
    country: 'no',
    office: 'un_mission',
    email: 'Mission@example.org',
    url: 'example.org/contact',
    checked: '2026-11-21',
  }
  const read = (more = {}) => {
    const result = readForm(governmentAddress.schema, { ...entry, ...more })
    if (!result.ok) throw new Error(JSON.stringify(result.errors))
    return result.form
  }
  const asked = await Promise.all([1, 2].map(() => saveEntity(editor, governmentAddress, { form: read() }, now)))
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await findGovernment('NO')).toEqual([])
  const first = asked.find(({ ok }) => ok) ?? asked[0]
  if (!first) throw new Error('not asked')
  expect(await withApproval(saved(Promise.resolve(first)), editor, now)).toEqual({ ok: false, reason: 'own' })
  expect(await withApproval(saved(Promise.resolve(first)), second, now)).toEqual({ ok: true })
  expect(await findGovernment('NO')).toMatchObject([{ email: 'Mission@example.org' }])
  expect(readForm(governmentAddress.schema, { ...entry, url: '' })).toEqual({ ok: false, errors: { url: ['missing'] } })
  expect(
    await saveEntity(editor, governmentAddress, { form: read({ country: 'SE', checked: '2026-11-23' }) }, now),
  ).toEqual({
    ok: false,
    errors: { checked: ['future'] },
  })
  const { version = '' } = (await findEditable(editor, governmentAddress, 'NO.un_mission')) ?? {}
  const other = { id: 'NO.un_mission', expectedVersion: version, form: read({ email: 'new@example.org' }) }
  expect(await withApproval(saved(saveEntity(editor, governmentAddress, other, now)), second, now)).toEqual({
    ok: true,
  })
  expect(await findGovernment('NO')).toMatchObject([{ email: 'new@example.org', url: 'https://example.org/contact' }])
  // A page that shows the old address cannot remove the new one.
  expect(
    await requestRemoval(editor, governmentAddress, { id: 'NO.un_mission', expectedVersion: version, reason: '' }, now),
  ).toEqual({
    ok: false,
    errors: { form: ['changed'] },
  })
  const fresh = await findEditable(editor, governmentAddress, 'NO.un_mission')
  const removal = { id: 'NO.un_mission', expectedVersion: fresh?.version ?? '', reason: '' }
  const gone = requestRemoval(editor, governmentAddress, removal, now)
  expect(await withApproval(saved(gone), second, now)).toEqual({ ok: true })
  expect(await findGovernment('NO')).toEqual([])
})

it.each(['moderator', 'auditor'] satisfies StaffRole[])('%s may read and write nothing', async (role) => {
  const by = await aStaffMember(role, now)
  const id = await added(`not-for-${role}`)
  const { version } = await looked(id)
  expect((await findEditable(by, member, id))?.id).toBe(id)
  await expect(saveEntity(by, member, { form: form({ slug: 'no' }) }, now)).rejects.toThrow('may not')
  await expect(saveEntity(by, member, { id, expectedVersion: version, form: form() }, now)).rejects.toThrow('may not')
  await expect(
    saveText(by, { kind: 'member', key: id, locale: 'ko' }, { expectedVersion: '', fields: {} }, now),
  ).rejects.toThrow('may not')
  await expect(publishActivity(by, id, now)).rejects.toThrow('may not')
  await expect(requestLetterStep(by, id, 'open', '', now)).rejects.toThrow('may not')
})
