import { db } from '@/lib/db'
import type { Verb } from '@/lib/staff/roles'
import { nameAndAddress } from '@/lib/staff/staff-name'

export type ThingKind = 'petition' | 'member' | 'letter' | 'mailing' | 'activity' | 'document' | 'staff'

/** A thing by its titles. */
export interface Titled {
  id: string
  /** In English, or what it has instead. */
  name: string
  /** In the reader's language, if it is written. */
  local: string | undefined
  /** All that it is found by. */
  texts: string[]
}

interface Asked {
  /** Folded; where the database can, it gives only what has them all. */
  words: string[]
  language: string
}

/** Of one kind: what a search reads has a bound, however much is kept. Of dated things, the newest. */
export const MAX_READ = 1_000

const bounded = { take: MAX_READ } as const

/** The kinds of things that have titles, and who may read them. Nothing of a signer is among them. */
export const sources: Record<ThingKind, { verb: Verb; list: (asked: Asked) => Promise<Titled[]> }> = {
  petition: { verb: 'petition.read', list: listPetitions },
  member: { verb: 'coalition.read', list: listMembers },
  letter: { verb: 'coalition.read', list: listLetters },
  mailing: { verb: 'update.read', list: listMailings },
  activity: { verb: 'coalition.read', list: listActivities },
  document: { verb: 'coalition.read', list: listDocuments },
  staff: { verb: 'staff.read', list: listStaff },
}

interface Text {
  locale: string
  title: string
}

async function listPetitions({ language }: Asked): Promise<Titled[]> {
  const rows = await db().petition.findMany({
    ...bounded,
    orderBy: { createdAt: 'desc' },
    select: {
      id: true,
      slug: true,
      texts: { select: { locale: true, title: true }, orderBy: { version: 'desc' } },
      drafts: { select: { locale: true, title: true }, orderBy: { revision: 'desc' }, distinct: 'locale' },
    },
  })
  return rows.map(({ texts, drafts, ...row }) => named(row, [...texts, ...drafts], language))
}

async function listMembers({ words, language }: Asked): Promise<Titled[]> {
  const rows = await db().member.findMany({
    ...bounded,
    where: { AND: words.map((word) => ({ OR: [{ search: { contains: word } }, { slug: { contains: word } }] })) },
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      slug: true,
      search: true,
      texts: { select: { name: true }, where: { locale: language } },
    },
  })
  return rows.map(({ id, name, slug, search, texts }) => ({
    id,
    name,
    local: texts[0]?.name || undefined,
    texts: [name, slug, search],
  }))
}

/** Not the texts themselves: they are long, in all languages. */
const titleColumns = { id: true, slug: true, texts: { select: { locale: true, title: true } } } as const

async function listLetters({ language }: Asked): Promise<Titled[]> {
  const rows = await db().letter.findMany({ ...bounded, select: titleColumns, orderBy: { datedOn: 'desc' } })
  return rows.map((row) => named(row, row.texts, language))
}

async function listActivities({ language }: Asked): Promise<Titled[]> {
  const rows = await db().activity.findMany({ ...bounded, select: titleColumns, orderBy: { eventOn: 'desc' } })
  return rows.map((row) => named(row, row.texts, language))
}

async function listDocuments({ language }: Asked): Promise<Titled[]> {
  const select = { id: true, slug: true, title: true } as const
  const rows = await db().document.findMany({ ...bounded, select, orderBy: { datedOn: 'desc' } })
  return rows.map(({ title, ...row }) => named(row, [{ locale: 'en', title }], language))
}

async function listMailings({ language }: Asked): Promise<Titled[]> {
  const texts = { select: { locale: true, subject: true } } as const
  const rows = await db().mailing.findMany({ ...bounded, select: { id: true, texts }, orderBy: { createdAt: 'desc' } })
  return rows.map(({ id, texts: subjects }) => {
    const all = subjects.map(({ locale, subject }) => ({ locale, title: subject }))
    const first = all.find(({ title }) => title)?.title ?? ''
    return { ...named({ id, slug: first }, all, language), texts: all.map(({ title }) => title) }
  })
}

async function listStaff(): Promise<Titled[]> {
  const select = { id: true, name: true, email: true } as const
  const rows = await db().user.findMany({ ...bounded, select, orderBy: { createdAt: 'desc' } })
  return rows.map((row) => ({
    id: row.id,
    name: nameAndAddress(row),
    local: undefined,
    texts: [row.name ?? '', row.email],
  }))
}

/** @param texts of one language the newest first; `slug` stands in where none is in English */
function named({ id, slug }: { id: string; slug: string }, texts: Text[], language: string): Titled {
  const titleIn = (asked: string) => texts.find(({ locale, title }) => locale === asked && title)?.title
  return {
    id,
    name: titleIn('en') ?? slug,
    local: titleIn(language),
    texts: [slug, ...texts.map(({ title }) => title)],
  }
}
