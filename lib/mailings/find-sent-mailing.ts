import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { findPetition } from '@/lib/petitions/find-petition'
import { textFor } from './render-mailing'

export interface SentMailing {
  text: { locale: string; subject: string; body: string }
  petition: { slug: string; title: string; locale: string }
  sentAt: Date
}

/** Returns a mailing whose sending has begun, in this language or in English; null for a draft or an unknown id. */
export async function findSentMailing(id: string, locale: string): Promise<SentMailing | null> {
  if (!isId(id)) return null
  const row = await db().mailing.findUnique({
    where: { id, stage: { not: 'draft' } },
    select: {
      startedAt: true,
      petition: { select: { slug: true } },
      texts: { select: { locale: true, subject: true, body: true } },
    },
  })
  const text = row && textFor(row.texts, locale)
  const petition = row && (await findPetition(row.petition.slug, locale))
  if (!row?.startedAt || !text || !petition) return null
  const { title, locale: titleLocale } = petition.text
  return { text, petition: { slug: petition.slug, title, locale: titleLocale }, sentAt: row.startedAt }
}
