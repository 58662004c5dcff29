import { db } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'
import { type MemberView, memberView, withMember } from './member-view'
import type { PartialDate } from './partial-date'
import { type SourceView, sourceViews } from './source-view'
import { textIn } from './text-in'

export interface MemberPage extends MemberView {
  sources: SourceView[]
  /** Its size; the bytes are at `logo.png`. */
  logo: { width: number; height: number } | null
  /** Letters it signed, newest first. */
  letters: { slug: string; title: string; titleLocale: string; signed: PartialDate }[]
}

/** A member with the letters it signed, or null. */
export async function findMember(slug: string, locale: string): Promise<MemberPage | null> {
  if (!isSlug(slug)) return null
  const row = await db().member.findFirst({
    where: { slug, leftOn: null },
    include: {
      ...withMember,
      sources: true,
      logo: { select: { width: true, height: true } },
      coSignatures: {
        where: { state: 'approved' },
        omit: { sealed: true },
        include: { letter: { include: { texts: true } } },
      },
    },
  })
  if (!row) return null
  const letters = row.coSignatures.flatMap(({ letter, signedOn, signedPrecision }) => {
    const text = textIn(letter.texts, locale)
    if (!text || !signedOn || !signedPrecision || letter.status === 'draft') return []
    const signed = { on: signedOn, precision: signedPrecision }
    return { slug: letter.slug, title: text.title, titleLocale: text.locale, signed }
  })
  letters.sort((a, b) => b.signed.on.getTime() - a.signed.on.getTime())
  return { ...memberView(row, locale), sources: sourceViews(row.sources), logo: row.logo, letters }
}
