import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { aMember } from '@/test/a-member'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { member } from './member'
import { mergeTyped, nameField, namesOf, seenField } from './names-form'
import { saveNames } from './save-names'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
let editor: Staff
let id: string
beforeEach(async () => {
  editor = await aStaffMember('editor', now)
  const slug = `member-${Math.random().toString(36).slice(2)}`
  await aMember(slug)
  id = (await db().member.findUniqueOrThrow({ where: { slug } })).id
  const texts = [
    { memberId: id, locale: 'ko', name: '각성', affiliation: '서울', description: '무엇을 하는지' },
    { memberId: id, locale: 'fr', name: 'Éveil' },
  ]
  await db().memberText.createMany({ data: texts })
})

const names = async () => namesOf((await member.find(db(), id)) ?? { texts: [], country: null })

/** The form as the page has it, with some of its fields typed again. */
async function formWith(typed: Record<string, string>): Promise<Record<string, string>> {
  const fields = (await names()).flatMap(({ locale, parts, values, version }) => [
    [seenField(locale), version],
    ...parts.map((part) => [nameField(part, locale), values[part]]),
  ])
  return { ...Object.fromEntries(fields), ...typed }
}

const textIn = (locale: string) =>
  db().memberText.findUnique({ where: { memberId_locale: { memberId: id, locale } }, omit: { memberId: true } })
const logged = async () =>
  (await db().auditEntry.findMany({ where: { subject: `member:${id}` }, orderBy: { seq: 'asc' } })).map(
    ({ verb, detail }) => [verb, detail],
  )

test('names of several languages are saved at once; what else is written in them stays, and each is recorded', async () => {
  const form = await formWith({
    'name-ko': '아시아 각성',
    'name-ja': '目覚め',
    'affiliation-ja': '東京',
    'name-fr': '',
  })
  expect(await saveNames(editor, id, form, now)).toEqual({ ok: true, id })
  expect(await textIn('ko')).toMatchObject({ name: '아시아 각성', affiliation: '서울', description: '무엇을 하는지' })
  expect(await textIn('ja')).toMatchObject({ name: '目覚め', affiliation: '東京', description: null })
  // Of the French there is nothing left.
  expect(await textIn('fr')).toBeNull()
  expect((await member.find(db(), id))?.search).toContain('아시아 각성')
  expect((await logged()).map(([verb]) => String(verb)).toSorted()).toEqual([
    'member.words.fr',
    'member.words.ja',
    'member.words.ko',
  ])
})

test('a form in which nothing was changed changes and records nothing', async () => {
  expect(await saveNames(editor, id, await formWith({}), now)).toEqual({ ok: true, id })
  expect(await logged()).toEqual([])
})

test('what a colleague wrote meanwhile stays in other languages, and is no silent loss in the same one', async () => {
  const form = await formWith({ 'name-ko': '아시아 각성' })
  await saveNames(editor, id, await formWith({ 'name-fr': 'Éveil Asie', 'name-es': 'Despertar' }), now)
  expect(await saveNames(editor, id, form, now)).toEqual({ ok: true, id })
  expect(await textIn('fr')).toMatchObject({ name: 'Éveil Asie' })
  expect(await textIn('es')).toMatchObject({ name: 'Despertar' })

  const late = { ...form, 'name-ko': '각성하다', 'name-vi': 'Thức tỉnh' }
  expect(await saveNames(editor, id, late, now)).toEqual({ ok: false, errors: { form: ['changed'] } })
  expect(await textIn('ko')).toMatchObject({ name: '아시아 각성' })
  expect(await textIn('vi')).toBeNull()
  // The form comes back with what was typed, and elsewhere with what is there now.
  const { fields, conflict } = mergeTyped(late, await names())
  expect(conflict).toBe(true)
  expect(fields).toMatchObject({ 'name-ko': '각성하다', 'name-vi': 'Thức tỉnh', 'name-fr': 'Éveil Asie' })
})

test('what is too long is said of its field, and nothing is saved', async () => {
  const form = await formWith({ 'name-ko': 'x'.repeat(201), 'name-ja': '目覚め' })
  expect(await saveNames(editor, id, form, now)).toEqual({ ok: false, errors: { 'name-ko': ['too_long'] } })
  expect(await textIn('ja')).toBeNull()
})

test('in a language that the site has not there is a name alone', async () => {
  await db().member.update({ where: { id }, data: { country: 'TH' } })
  expect((await names()).at(-1)).toMatchObject({ locale: 'th', parts: ['name'] })
  const form = await formWith({ 'name-th': 'ตื่น', 'affiliation-th': 'x' })
  expect(await saveNames(editor, id, form, now)).toEqual({ ok: true, id })
  expect(await textIn('th')).toMatchObject({ name: 'ตื่น', affiliation: null })
})

test('no name is written for a missing member, nor by who may not', async () => {
  const missing = '6f9619ff-8b86-4011-b42d-00c04fc964ff'
  for (const none of ['no id', missing])
    expect(await saveNames(editor, none, { 'seen-ko': '', 'name-ko': 'x' }, now)).toEqual({
      ok: false,
      errors: { form: ['unknown'] },
    })
  const auditor = await aStaffMember('auditor', now)
  await expect(saveNames(auditor, id, await formWith({}), now)).rejects.toThrow('may not coalition.write')
})
