import { expect, test } from 'vitest'
import { approve } from '@/lib/approval-decisions/decide'
import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { saveDraft } from '../texts/save-draft'
import { beginPetition } from './begin-petition'
import { chooseNextAct } from './choose-next-act'
import { findForAdmin } from './find-for-admin'
import { proposeSlugs } from './propose-slugs'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const whole = {
  title: "Reunite the families' letters",
  call: 'We call.',
  addressee: 'The Council',
  asks: 'Act.\nNow.',
  body: 'Why.',
  goal: '500',
}
const row = (id: string) => db().petition.findUniqueOrThrow({ where: { id } })

async function begun(by: Staff, typed: Record<string, string>) {
  const made = await beginPetition(by, typed, now)
  if (!made.ok) throw new Error(JSON.stringify(made.errors))
  return made
}

test('a title suggests the first address that is free', async () => {
  expect(proposeSlugs("L'été à Séoul — “now”")[0]).toBe('lete-a-seoul-now')
  expect(proposeSlugs('가족을 만나게 하라')).toEqual([])
  expect(proposeSlugs('word '.repeat(40))[0]?.length).toBeLessThanOrEqual(60)
  const by = await aStaffMember('editor', now)
  const slugs = []
  for (let i = 0; i < 3; i += 1) slugs.push((await row((await begun(by, whole)).id)).slug)
  expect(slugs).toEqual([
    'reunite-the-families-letters',
    'reunite-the-families-letters-2',
    'reunite-the-families-letters-3',
  ])
  const taken = await beginPetition(by, { ...whole, slug: 'reunite-the-families-letters' }, now)
  expect(taken).toEqual({ ok: false, errors: { slug: ['slug_taken'] } })
  expect(await beginPetition(by, { title: '가족', goal: '1' }, now)).toEqual({
    ok: false,
    errors: { slug: ['missing'] },
  })
})

test('its text, goal and last day are there at once, and nobody else is asked', async () => {
  const by = await aStaffMember('editor', now)
  const { id, approval } = await begun(by, { ...whole, slug: 'all-at-once', closes: '2026-12-24' })
  expect(approval).toBeNull()
  expect(await row(id)).toMatchObject({ status: 'draft', goal: 500, closesOn: new Date('2026-12-24'), opensOn: null })
  const [english] = (await findForAdmin(by, id))?.languages ?? []
  expect(english).toMatchObject({ revision: 1, published: null, words: { asks: 'Act.\nNow.', story: '' } })
})

test('an opening day takes the whole text, and a second person', async () => {
  const by = await aStaffMember('editor', now)
  const lacking = { ...whole, slug: 'too-soon', body: '' }
  expect(await beginPetition(by, { ...lacking, opens: '2026-12-10' }, now)).toMatchObject({
    errors: { body: ['missing'] },
  })
  expect(await beginPetition(by, { ...whole, opens: '2026-11-22', closes: '2026-11-01' }, now)).toMatchObject({
    errors: { opens: ['past'], closes: ['past', 'before'] },
  })
  expect(await db().petition.count({ where: { slug: 'too-soon' } })).toBe(0)
  const { id, approval } = await begun(by, { ...whole, slug: 'opens', opens: '2026-12-10', closes: '2026-12-24' })
  expect(await row(id)).toMatchObject({ status: 'draft', opensOn: null })
  const second = await aStaffMember('editor', now)
  expect(await approve(second, approval ?? '', now)).toMatchObject({ ok: true })
  expect(await row(id)).toMatchObject({ opensOn: new Date('2026-12-10'), closesOn: new Date('2026-12-24') })
})

test('a copy has the texts of every language as drafts and the settings, and what is changed at once leaves them behind', async () => {
  const by = await aStaffMember('editor', now)
  const { id: from } = await begun(by, { ...whole, slug: 'original', closes: '2026-12-24' })
  const korean = { title: '편지', call: '요구', addressee: '안보리', asks: '하라', body: '왜', story: '됐다' }
  const saving = { petitionId: from, expectedVersion: 0, conflictId: null }
  await saveDraft(by, { ...saving, locale: 'ko', words: korean, matches: 1 }, now)
  await saveDraft(by, { ...saving, locale: 'fr', words: { ...korean, title: 'Lettres' }, matches: null }, now)
  await chooseNextAct(by, from, { expected: 'share', wanted: 'write' }, now)

  const same = await begun(by, { ...whole, slug: 'same', from })
  expect(await row(same.id)).toMatchObject({ status: 'draft', closesOn: null, nextAct: 'write' })
  const languages = (await findForAdmin(by, same.id))?.languages ?? []
  expect(languages.filter((one) => one.revision > 0)).toMatchObject([
    { locale: 'en', revision: 1, published: null },
    { locale: 'ko', words: { title: '편지', story: '' }, outdated: false },
    { locale: 'fr', words: { title: 'Lettres' }, outdated: true },
  ])

  const changed = await begun(by, { ...whole, title: 'Phone calls too', slug: 'changed', from })
  const copied = (await findForAdmin(by, changed.id))?.languages ?? []
  expect(copied.find(({ locale }) => locale === 'en')).toMatchObject({
    revision: 2,
    words: { title: 'Phone calls too' },
  })
  expect(copied.find(({ locale }) => locale === 'ko')).toMatchObject({ outdated: true, sourceRevision: 1 })
  const entries = await db().auditEntry.findMany({ where: { subject: `petition:${changed.id}` } })
  expect(entries.map(({ verb }) => verb).filter((verb) => verb === 'petition.draft')).toHaveLength(4)
})
