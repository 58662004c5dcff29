import type { Activity, ActivityText, Member, MemberText, Source } from '@/prisma/generated/client'
import type { MemberKind, Region } from '@/prisma/generated/enums'
import type { PartialDate } from './partial-date'
import { type SourceView, sourceViews } from './source-view'
import { textIn } from './text-in'

/** A member or supporter as readers see it, in one language. */
export interface MemberView {
  slug: string
  kind: MemberKind
  name: string
  affiliation: string | null
  /** Its description of itself. */
  description: string | null
  /** ISO 3166-1 alpha-2; null where the source names none. */
  country: string | null
  region: Region | null
  website: string | null
  /** Folded (lib/text/fold.ts). */
  search: string
  /** The date since which a source lists it. */
  listed: PartialDate
  /** The language of name and affiliation: names stay as their owners write them unless staff know another form. */
  nameLocale: string
  affiliationLocale: string
  descriptionLocale: string
  /** Its name in the language of its own country, where that is another than the one shown. */
  ownName: { name: string; locale: string } | null
  /** The changes that renamed or closed it since, the earliest first. */
  changes: MemberChange[]
}

export interface MemberChange {
  /** Of the activity. */
  slug: string
  title: string
  titleLocale: string
  happened: PartialDate
  sources: SourceView[]
}

export type MemberRow = Member & {
  texts: MemberText[]
  changes: (Activity & { texts: ActivityText[]; sources: Source[] })[]
}

/** The relations that `memberView` needs. */
export const withMember = {
  texts: true,
  changes: {
    where: { publishedAt: { not: null } },
    include: { texts: true, sources: true },
    orderBy: { eventOn: 'asc' },
  },
} as const

export function memberView(row: MemberRow, locale: string): MemberView {
  const text = row.texts.find((candidate) => candidate.locale === locale)
  const { slug, kind, country, region, website, search } = row
  return {
    slug,
    kind,
    country,
    region,
    website,
    search,
    name: text?.name ?? row.name,
    nameLocale: text?.name ? locale : 'en',
    affiliation: text?.affiliation ?? row.affiliation,
    affiliationLocale: text?.affiliation ? locale : 'en',
    description: text?.description ?? row.description,
    descriptionLocale: text?.description ? locale : 'en',
    ownName: ownName(row, text?.name ?? row.name),
    listed: {
      on: row.listedOn,
      precision: row.listedPrecision,
    },
    changes: changes(row, locale),
  }
}

function changes(row: MemberRow, locale: string): MemberChange[] {
  return row.changes.flatMap(({ slug, texts, sources, eventOn, eventPrecision }) => {
    const text = textIn(texts, locale)
    if (!text) return []
    const happened = { on: eventOn, precision: eventPrecision }
    return { slug, title: text.title, titleLocale: text.locale, happened, sources: sourceViews(sources) }
  })
}

function ownName({ country, texts }: MemberRow, shown: string): MemberView['ownName'] {
  if (!country) return null
  const { language } = new Intl.Locale(`und-${country}`).maximize()
  const own = texts.find(({ locale, name }) => name && new Intl.Locale(locale).language === language)
  return own?.name && own.name !== shown ? { name: own.name, locale: own.locale } : null
}
