import { db } from '@/lib/db'
import { type PublishedText, publishedText } from './text-state'

/** Every published version in a language, newest first. */
export async function listVersions(petitionId: string, locale: string): Promise<PublishedText[]> {
  const rows = await db().petitionText.findMany({ where: { petitionId, locale }, orderBy: { version: 'desc' } })
  return rows.map(publishedText)
}
