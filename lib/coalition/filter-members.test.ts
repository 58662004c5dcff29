import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { fold } from '@/lib/text/fold'
import { seedCoalition } from '@/prisma/seed/coalition/seed-coalition'
import { useDatabase } from '@/test/use-database'
import { countChoices, filterMembers, type MemberChoices, searchMembers } from './filter-members'
import { findMember } from './find-member'
import { listMembers } from './list-members'
import type { MemberView } from './member-view'

useDatabase()

const textOf = (code: string) => fold(new Intl.DisplayNames('fr', { type: 'region' }).of(code) ?? code)
let members: MemberView[] = []

beforeAll(async () => {
  await seedCoalition(new Date('2026-11-21T12:00:00Z'))
  members = await listMembers('fr')
})

const searched = (text: string) => searchMembers(members, text, textOf).map(({ slug }) => slug)
const found = (filter: MemberChoices) => filterMembers(members, filter).map(({ slug }) => slug)

it.each([
  ['fidh', ['fidh']],
  ['FIDH', ['fidh']],
  ['rights intérnational federation', ['fidh']],
  ['young defectors alliance', ['young-defectors-alliance']],
  ['ｌｉｎｋ', ['liberty-in-north-korea']],
  ['columbia', ['david-hawk']],
  ['tchequie', ['people-in-need']],
  ['국제앰네스티', ['amnesty-international']],
  ['アムネスティ', ['amnesty-international']],
  ['ｱﾑﾈｽﾃｨ', ['amnesty-international']],
  ['大赦国际', ['amnesty-international']],
  ['国际特赦组织', ['amnesty-international']],
  ['منظمة العفو', ['amnesty-international']],
  ['NKnet', ['network-democracy-human-rights']],
  ['북한민주화네트워크', ['network-democracy-human-rights']],
  ['特定失踪者', ['comjan']],
  ['엔케이워치', ['free-nk-gulag']],
  ['progressive voice', ['burma-partnership']],
  ['nobody of that name', []],
])('%j finds %j', (text, slugs) => {
  expect(searched(text)).toEqual(slugs)
})

it('combines filters, and offers “no country” as a choice', () => {
  expect(found({ kind: 'individual', region: 'asia' })).toEqual(['ken-kato', 'yuki-akimoto'])
  expect(found({ kind: 'individual', country: 'international' })).toEqual([
    'david-hawk',
    'norbert-vollertsen',
    'tomoharu-ebihara',
    'tomoyuki-kawazoe',
  ])
  expect(found({})).toHaveLength(46)
})

it('counts what each choice would show with the other filters', () => {
  expect(countChoices(members, 'kind', {})).toEqual([
    { value: 'organization', count: 39 },
    { value: 'individual', count: 7 },
  ])
  const all = countChoices(members, 'country', { kind: 'organization' })
  expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(39)
  expect(all.at(-1)?.value).toBe('international')
  for (const { value, count } of all) expect(found({ kind: 'organization', country: value })).toHaveLength(count)
})

it('shows a member’s name in the reader’s script if it has one, otherwise its own name', async () => {
  const name = async (slug: string, locale: string) => {
    const member = await findMember(slug, locale)
    return [member?.name, member?.nameLocale]
  }
  expect(await name('no-fence', 'ja')).toEqual(['ノーフェンス', 'ja'])
  expect(await name('no-fence', 'ko')).toEqual(['NO FENCE', 'en'])
  expect(await name('justice-for-north-korea', 'ko')).toEqual(['북한정의연대', 'ko'])
})

it('a member has its letters and its source', async () => {
  const member = await findMember('freedom-house', 'en')
  expect(member).toMatchObject({
    country: 'US',
    letters: [{ slug: 'security-council-2015', signed: { precision: 'year' } }],
  })
  expect(member?.sources.map(({ key }) => key)).toEqual(['001'])
  expect(await findMember('nobody', 'en')).toBeNull()
})

it('a name in another language has beside it what its own people call it', async () => {
  const shown = async (slug: string, locale: string) => {
    const member = (await listMembers(locale)).find((one) => one.slug === slug)
    return [member?.name, member?.ownName?.name]
  }
  const [english, own] = ['Network for North Korean Democracy and Human Rights', '북한민주화네트워크']
  expect(await shown('network-democracy-human-rights', 'en')).toEqual([english, own])
  expect(await shown('network-democracy-human-rights', 'ja')).toEqual([english, own])
  expect(await shown('network-democracy-human-rights', 'ko')).toEqual([own, undefined])
  expect(await shown('comjan', 'vi')).toEqual([expect.stringContaining('COMJAN'), '特定失踪者問題調査会'])
  expect(await shown('human-rights-watch', 'ko')).toEqual(['휴먼라이츠워치', undefined])
  expect(await findMember('comjan', 'fr')).toMatchObject({ ownName: { locale: 'ja' } })
})

it('what a person does is said in the reader’s language, and found in any', async () => {
  const hawk = (await listMembers('es')).find(({ slug }) => slug === 'david-hawk')
  expect(hawk).toMatchObject({ affiliationLocale: 'es', affiliation: expect.stringContaining('autor de Hidden Gulag') })
  expect(searched('서울평화상')).toEqual(['suzanne-scholte'])
})

it('says of a member that was renamed, closed or merged when and where that is said, and of no other', async () => {
  const changed = members.flatMap(({ slug, changes }) =>
    changes.map(({ titleLocale, title, happened, sources }) => [
      slug,
      titleLocale,
      title,
      happened.on.getUTCFullYear(),
      sources.map(({ key }) => key),
    ]),
  )
  expect(changed).toEqual([
    ['burma-partnership', 'fr', 'Burma Partnership cesse ses activités', 2016, ['burma-partnership-2016-10']],
    ['free-nk-gulag', 'fr', 'Free NK Gulag devient NK Watch', 2013, ['nk-watch']],
    ['open-north-korea', 'fr', 'Open North Korea rejoint l’Unification Media Group', 2014, ['daily-nk-2014-11']],
  ])
  await db().activity.update({ where: { slug: 'nk-watch-2013' }, data: { publishedAt: null } })
  expect((await findMember('free-nk-gulag', 'fr'))?.changes).toEqual([])
})
