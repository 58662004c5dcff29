import type { Locale } from '@/messages/translator'
import { findStatement } from '../find-statement'
import { listLetters } from '../list-letters'

/** Lists the pages printed as PDFs in a language: each letter and version of the statement with a text in it. */
export async function listPrintable(locale: Locale): Promise<{ path: string; version: number }[]> {
  const [letters, statement] = await Promise.all([listLetters(locale), findStatement(null, locale)])
  return [
    ...(statement?.versions ?? [])
      .filter((version) => version.locale === locale)
      .map(({ version }) => ({ path: `/${locale}/statement/${version}`, version })),
    ...letters
      .filter(({ text }) => text.locale === locale)
      .map(({ slug, text }) => ({ path: `/${locale}/letters/${slug}`, version: text.version })),
  ]
}
