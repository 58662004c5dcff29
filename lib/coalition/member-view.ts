import type { Member, MemberText } from '@/prisma/generated/client'
import type { MemberKind, Region } from '@/prisma/generated/enums'
import type { PartialDate } from './partial-date'

/** A member or supporter as readers see it, in one language. */
export interface MemberView {
  slug: string
  kind: MemberKind
  name: string
  affiliation: string | null
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
  /** Its name in the language of its own country, where that is another than the one shown. */
  ownName: { name: string; locale: string } | null
}

export type MemberRow = Member & { texts: MemberText[] }

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
    ownName: ownName(row, text?.name ?? row.name),
    listed: {
      on: row.listedOn,
      precision: row.listedPrecision,
    },
  }
}

function ownName({ country, texts }: MemberRow, shown: string): MemberView['ownName'] {
  if (!country) return null
  const { language } = new Intl.Locale(`und-${country}`).maximize()
  const own = texts.find(({ locale, name }) => name && new Intl.Locale(locale).language === language)
  return own?.name && own.name !== shown ? { name: own.name, locale: own.locale } : null
}
