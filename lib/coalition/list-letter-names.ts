import { db } from '@/lib/db'
import { sourceLocale } from '@/messages/translator'
import { textIn } from './text-in'

/** All letters, drafts included, by their English titles; by their addresses where none is written yet. */
export async function listLetterNames(): Promise<{ slug: string; title: string }[]> {
  const texts = { where: { locale: sourceLocale }, select: { locale: true, version: true, title: true } }
  const rows = await db().letter.findMany({ select: { slug: true, texts } })
  return rows.map(({ slug, texts }) => ({ slug, title: textIn(texts, sourceLocale)?.title || slug }))
}
