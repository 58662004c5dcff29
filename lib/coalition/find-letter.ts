import { db } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'
import { type DocumentView, documentViews } from './documents/document-view'
import { type LetterView, letterView } from './letter-view'
import type { PartialDate } from './partial-date'
import { findPrintedPage, type PrintedPage } from './printed-pages/printed-pages'
import { type SourceView, sourceViews } from './source-view'

export interface CoSigner {
  organisation: string
  country: string | null
  memberSlug: string | null
  signed: PartialDate
}

export interface LetterPage extends LetterView {
  sources: SourceView[]
  documents: DocumentView[]
  /** The page as a PDF, once `npm run print-pages` has made it of this version. */
  pdf: PrintedPage | null
  /** Organisations whose co-signature is public, by name. */
  coSigners: CoSigner[]
  /** Versions of the text in its language, newest first. */
  versions: { version: number; publishedAt: Date }[]
}

/** A published letter with its co-signers, or null. */
export async function findLetter(slug: string, locale: string): Promise<LetterPage | null> {
  if (!isSlug(slug)) return null
  const row = await db().letter.findUnique({
    where: { slug },
    include: {
      texts: { orderBy: { version: 'desc' } },
      sources: true,
      documents: true,
      coSignatures: {
        where: { state: 'approved' },
        omit: { sealed: true },
        include: { member: true },
        orderBy: { search: 'asc' },
      },
    },
  })
  const view = row && letterView(row, locale)
  if (!view) return null
  return {
    ...view,
    sources: sourceViews(row.sources),
    documents: documentViews(row.documents),
    pdf: await findPrintedPage(`/${locale}/letters/${slug}`, view.text.version),
    versions: row.texts.filter((text) => text.locale === view.text.locale),
    coSigners: row.coSignatures.flatMap(({ organisation, country, member, signedOn, signedPrecision }) => {
      if (!signedOn || !signedPrecision) return []
      const signed = { on: signedOn, precision: signedPrecision }
      const memberSlug = member && !member.leftOn ? member.slug : null
      return { organisation, country: country ?? member?.country ?? null, memberSlug, signed }
    }),
  }
}

/** The newest published letter that calls for the same as a petition, or null. */
export async function findLetterOfPetition(petitionSlug: string, locale: string): Promise<LetterPage | null> {
  const row = await db().letter.findFirst({
    where: { petitionSlug, status: { not: 'draft' } },
    orderBy: [{ datedOn: 'desc' }, { slug: 'asc' }],
    select: { slug: true },
  })
  return row && findLetter(row.slug, locale)
}
