import { db } from '@/lib/db'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { authorise } from '@/lib/staff/authorise'
import { may, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { nameAndAddress } from '@/lib/staff/staff-name'
import { fold } from '@/lib/text/fold'
import { textMatches } from './text-matches'

export type ThingKind = 'petition' | 'member' | 'letter' | 'mailing' | 'activity' | 'document' | 'staff'

interface Thing {
  id: string
  name: string
}

export interface Things {
  kind: ThingKind
  /** The best first. */
  things: Thing[]
  /** There are more than these. */
  more: boolean
}

/** Of one kind. */
const MAX_THINGS = 20

/** What is searched in: the texts of a thing, in all its languages. None of it is a signer's. */
const kinds: Record<ThingKind, { verb: Verb; list: () => Promise<(Thing & { texts: string[] })[]> }> = {
  petition: { verb: 'petition.read', list: listPetitions },
  member: { verb: 'coalition.read', list: listMembers },
  letter: { verb: 'coalition.read', list: listLetters },
  mailing: { verb: 'update.read', list: listMailings },
  activity: { verb: 'coalition.read', list: listActivities },
  document: { verb: 'coalition.read', list: listDocuments },
  staff: { verb: 'staff.read', list: listStaff },
}

/** What the person may read and has all words of the text, by kind; kinds without any are left out. */
export async function findThings(by: Staff, typed: string): Promise<Things[]> {
  authorise(by, 'overview.see')
  const names = (Object.keys(kinds) as ThingKind[]).filter((kind) => may(by.role, kinds[kind].verb))
  const found = await Promise.all(
    names.map(async (kind): Promise<Things> => {
      const fits = (await kinds[kind].list()).filter(({ texts }) => textMatches(texts, typed))
      const begins = ({ name }: Thing) => (fold(name).startsWith(fold(typed)) ? 0 : 1)
      const sorted = fits.toSorted((a, b) => begins(a) - begins(b))
      const things = sorted.slice(0, MAX_THINGS).map(({ id, name }) => ({ id, name }))
      return { kind, things, more: fits.length > things.length }
    }),
  )
  return found.filter(({ things }) => things.length > 0)
}

async function listPetitions() {
  const [names, texts] = await Promise.all([
    listPetitionNames(),
    db().petitionText.findMany({ select: { petitionId: true, title: true } }),
  ])
  return names.map(({ id, slug, title }) => {
    const others = texts.filter(({ petitionId }) => petitionId === id)
    return { id, name: title, texts: [slug, title, ...others.map((text) => text.title)] }
  })
}

async function listMembers() {
  const select = { id: true, name: true, slug: true, search: true } as const
  const rows = await db().member.findMany({ select, orderBy: { name: 'asc' } })
  return rows.map(({ id, name, slug, search }) => ({ id, name, texts: [name, slug, search] }))
}

/** Not the texts themselves: they are long, in all languages. */
const titles = { id: true, slug: true, texts: { select: { locale: true, title: true } } } as const

async function listLetters() {
  const rows = await db().letter.findMany({ select: titles, orderBy: { datedOn: 'desc' } })
  return rows.map(titled)
}

async function listActivities() {
  const rows = await db().activity.findMany({ select: titles, orderBy: { eventOn: 'desc' } })
  return rows.map(titled)
}

async function listDocuments() {
  const select = { id: true, slug: true, title: true } as const
  const rows = await db().document.findMany({ select, orderBy: { datedOn: 'desc' } })
  return rows.map(({ id, slug, title }) => ({ id, name: title, texts: [title, slug] }))
}

async function listMailings() {
  const texts = { select: { locale: true, subject: true } } as const
  const rows = await db().mailing.findMany({ select: { id: true, texts }, orderBy: { createdAt: 'desc' } })
  return rows.map((row) => {
    const subjects = row.texts.map(({ subject }) => subject).filter(Boolean)
    const english = row.texts.find(({ locale, subject }) => locale === 'en' && subject)?.subject
    return { id: row.id, name: english ?? subjects[0] ?? '', texts: subjects }
  })
}

async function listStaff() {
  const rows = await db().user.findMany({ select: { id: true, name: true, email: true }, orderBy: { email: 'asc' } })
  return rows.map((row) => ({ id: row.id, name: nameAndAddress(row), texts: [row.name ?? '', row.email] }))
}

function titled({ id, slug, texts }: { id: string; slug: string; texts: { locale: string; title: string }[] }) {
  const english = texts.find(({ locale }) => locale === 'en')?.title
  return { id, name: english ?? slug, texts: [slug, ...texts.map(({ title }) => title)] }
}
