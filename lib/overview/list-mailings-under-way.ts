import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/** Lists mailings that are being sent or were stopped, with their progress. */
export async function listMailingsUnderWay(by: Staff) {
  authorise(by, 'overview.see')
  const found = await db().mailing.findMany({
    where: { stage: { in: ['sending', 'stopped'] } },
    orderBy: { startedAt: 'asc' },
    include: { texts: { where: { locale: 'en' }, select: { subject: true } } },
    omit: { cursor: true },
  })
  return found.map(({ id, stage, recipients, accepted, refused, dropped, texts }) => ({
    id,
    stage,
    recipients,
    subject: texts[0]?.subject ?? '',
    settled: accepted + refused + dropped,
  }))
}

export type MailingUnderWay = Awaited<ReturnType<typeof listMailingsUnderWay>>[number]
