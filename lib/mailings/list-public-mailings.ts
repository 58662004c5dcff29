import { db } from '@/lib/db'
import { textFor } from './render-mailing'

export interface PublicMailing {
  id: string
  publicAt: Date
  /** In this language, otherwise in English. */
  subject: string
  /** Markdown. */
  body: string
  locale: string
}

/** Lists the mailings published on a petition's page, newest first. */
export async function listPublicMailings(petitionId: string, locale: string): Promise<PublicMailing[]> {
  const rows = await db().mailing.findMany({
    where: { petitionId, publicAt: { not: null } },
    select: { id: true, publicAt: true, texts: { select: { locale: true, subject: true, body: true } } },
    orderBy: [{ publicAt: 'desc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ id, publicAt, texts }) => {
    const text = textFor(texts, locale)
    return text && publicAt ? [{ id, publicAt, ...text }] : []
  })
}
