import { beforeAll, describe, expect, it } from 'vitest'
import { approve } from '@/lib/approval-decisions/decide'
import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { readContent } from '@/prisma/seed/coalition/read-content'
import { seedCoalition } from '@/prisma/seed/coalition/seed-coalition'
import { promised } from '@/scripts/checks/check-words.mjs'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findText } from '../entities/find-text'
import { saveText } from '../entities/save-text'
import { textSchema } from '../entities/text-schema'
import { findSiteText } from './find-site-text'
import { listSiteTexts } from './list-site-texts'
import { siteLinks } from './site-links'
import { type SiteTextKey, siteTextKeys, siteTexts } from './site-text-fields'

useDatabase()

const now = new Date('2026-11-28T10:00:00Z')
let editor: Staff
let second: Staff

beforeAll(async () => {
  await seedCoalition(now)
  editor = await aStaffMember('editor', now)
  second = await aStaffMember('editor', now)
})

async function ask(key: string, locale: string, fields: Record<string, string>, by = editor) {
  const found = await findText(by, 'site', key, locale)
  if (!found) throw new Error('no such text')
  const typed = { ...found.values, ...fields }
  return saveText(by, { kind: 'site', key, locale }, { expectedVersion: found.version, fields: typed }, now)
}

async function publish(key: string, locale: string, fields: Record<string, string>): Promise<void> {
  const asked = await ask(key, locale, fields)
  if (!asked.ok || !asked.approval) throw new Error('nobody was asked')
  expect(await approve(second, asked.approval, now)).toMatchObject({ ok: true })
}

const who = async (locale: string) => (await findSiteText('home', locale))?.words.whoTitle

it('the first words of each place are there in every promised language, and fit the form of staff', async () => {
  const { texts } = readContent()
  for (const key of ['home', 'share', 'government', 'press'] as const)
    for (const locale of promised) {
      const words = texts[locale]?.site[key] ?? {}
      expect([key, locale, textSchema(siteTexts[key].fields).safeParse(words).error?.issues]).toEqual([
        key,
        locale,
        undefined,
      ])
      expect((await findSiteText(key, locale))?.locale).toBe(locale)
    }
})

it('a change is public once a second person has agreed; both versions are kept, and seeding again brings none back', async () => {
  const before = await who('ko')
  const asked = await ask('home', 'ko', { whoTitle: '우리는' })
  expect(await who('ko')).toBe(before)
  expect(await approve(editor, (asked.ok && asked.approval) || '', now)).toMatchObject({ ok: false })
  expect(await approve(second, (asked.ok && asked.approval) || '', now)).toMatchObject({ ok: true })
  expect(await who('ko')).toBe('우리는')
  await seedCoalition(now)
  expect(await who('ko')).toBe('우리는')
  const text = await findText(editor, 'site', 'home', 'ko')
  expect(text?.versions.map(({ version, values }) => [version, values.whoTitle])).toEqual([
    [2, '우리는'],
    [1, before],
  ])
  const entry = await db().auditEntry.findFirstOrThrow({ where: { verb: 'site.words.ko' } })
  expect([entry.subject, entry.detail]).toEqual(['site:home', '{"changed":"whoTitle"}'])
})

it('of two editors who change the same words, the second is told', async () => {
  const found = await findText(editor, 'site', 'share', 'fr')
  const [one, two] = await Promise.all(
    [editor, second].map((by, i) => {
      const fields = { ...found?.values, read: `Mots ${i}` }
      const text = { kind: 'site', key: 'share', locale: 'fr' }
      return saveText(by, text, { expectedVersion: found?.version ?? '', fields }, now)
    }),
  )
  const results = [one, two]
  expect(results.filter((result) => result?.ok)).toHaveLength(1)
  expect(results.find((result) => !result?.ok)).toEqual({ ok: false, errors: { form: ['waits'] } })
})

it('a language without its own words has those in English, and what is emptied everywhere is not there', async () => {
  expect(await findSiteText('contact', 'ko')).toBeNull()
  await publish('contact', 'en', {
    contact: 'desk@example.org',
    donate: 'https://example.org/give',
    privacy: 'Post box 1',
  })
  expect(await findSiteText('contact', 'ko')).toMatchObject({ locale: 'en', words: { contact: 'desk@example.org' } })
  const at = (seconds: number) => siteLinks('ko', new Date(now.getTime() + seconds * 1_000))
  expect(await at(0)).toEqual({
    contact: 'desk@example.org',
    donate: 'https://example.org/give',
    privacy: 'Post box 1',
  })
  await publish('contact', 'ko', { donate: 'https://example.org/ko' })
  // Kept for three seconds.
  expect(await at(1)).toMatchObject({ donate: 'https://example.org/give' })
  expect(await at(4)).toEqual({ contact: null, donate: 'https://example.org/ko', privacy: 'Post box 1' })
  await publish('contact', 'ko', { donate: '' })
  await publish('contact', 'en', { contact: '', donate: '', privacy: '' })
  expect(await findSiteText('contact', 'ko')).toBeNull()
  expect(await at(8)).toEqual({ contact: null, donate: null, privacy: null })
})

describe('what is typed', () => {
  const good: Record<SiteTextKey, Record<string, string>> = {
    home: { noOpen: 'None.', whoTitle: 'Who', who: 'We.\n\nWe all.' },
    share: { sign: '{title}: sign', read: 'Read' },
    government: { subject: 'Rights', body: 'To {country}\n- act' },
    press: { short: 'Short.', long: 'Long.' },
    contact: {},
  }
  const read = (key: SiteTextKey, fields: Record<string, string>) => {
    const result = textSchema(siteTexts[key].fields).safeParse({ ...good[key], ...fields })
    return result.success ? null : result.error.issues.map(({ path, message }) => [path.join('.'), message])
  }

  it.each(siteTextKeys)('%s: is taken as it should be', (key) => expect(read(key, {})).toBeNull())

  it.each<[SiteTextKey, string, issue: string, typed: string]>([
    ['home', 'who', 'missing', ''],
    ['home', 'who', 'too_long', 'x'.repeat(2_001)],
    ['home', 'who', 'bad_characters', 'We\u0007'],
    ['home', 'who', 'markup', 'We <b>all</b>'],
    ['home', 'who', 'markup', 'We [all](https://example.org)'],
    ['home', 'call', 'markup', '# Act'],
    ['home', 'call', 'placeholder', 'Act in {country}'],
    ['share', 'sign', 'placeholder', 'Sign {petition}'],
    ['government', 'body', 'placeholder', 'To {country'],
    ['contact', 'donate', 'https', 'http://example.org/give'],
    ['contact', 'donate', 'https', 'javascript:alert(1)'],
    ['contact', 'donate', 'https', 'desk@example.org'],
    ['contact', 'donate', 'https', 'https://user:word@example.org'],
    ['contact', 'contact', 'contact', 'http://example.org'],
    ['contact', 'contact', 'contact', 'by post'],
    ['contact', 'press', 'contact', 'mailto:desk@example.org'],
  ])('%s.%s: %s', (key, field, issue, text) => {
    expect(read(key, { [field]: text })).toEqual([[field, issue]])
  })

  it('is stored as a whole address', () => {
    const schema = textSchema(siteTexts.contact.fields)
    expect(schema.parse({ contact: ' Desk@Example.org ', donate: 'https://example.org/give ' })).toMatchObject({
      contact: 'Desk@example.org',
      donate: 'https://example.org/give',
    })
  })
})

it('the places are fixed, and only those who keep the coalition’s pages ask for a change', async () => {
  expect(await findText(editor, 'site', 'imprint', 'en')).toBeNull()
  const text = { kind: 'site', key: 'imprint', locale: 'en' }
  const refused = { ok: false, errors: { form: ['unknown'] } }
  expect(await saveText(editor, text, { expectedVersion: '', fields: {} }, now)).toEqual(refused)
  const moderator = await aStaffMember('moderator', now)
  await expect(ask('home', 'en', { whoTitle: 'Us' }, moderator)).rejects.toThrow('may not')
  expect((await listSiteTexts(editor)).map(({ key }) => key)).toEqual(siteTextKeys)
})
