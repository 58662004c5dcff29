import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'

export type PublishMailingResult = { ok: true; approval: string } | { ok: false; reason: 'changed' | 'asked' }

/** Requests approval to publish a sent mailing on its petition's page. Its texts no longer change. */
export function requestPublicMailing(by: Staff, id: string, why: string, now: Date): Promise<PublishMailingResult> {
  return staffWrite<PublishMailingResult>(by, 'update.publish', now, async ({ tx }) => {
    const include = { texts: { where: { subject: { not: '' } }, orderBy: { locale: 'asc' } }, petition: true } as const
    const mailing = await tx.mailing.findFirst({ where: { id, ...hidden }, include })
    if (!mailing) return { ok: false, reason: 'changed' }
    const { texts, petition } = mailing
    const content = texts.map(({ locale, subject, body }) => ({
      name: `text-${locale}`,
      label: 'Text',
      locale,
      before: '',
      after: `${subject}\n\n${body}`,
    }))
    const detail = { petition: petition.slug, languages: texts.map(({ locale }) => locale).join(' ') }
    const request = { verb: 'update.publish', subject: `update:${id}`, detail, content, reason: why } as const
    const approval = await requestApproval(tx, by, request, now)
    return approval ? { ok: true, approval } : { ok: false, reason: 'asked' }
  })
}

/** Publishes it on the petition's page, after approval. */
export const executePublicMailing: TwoPersonAct = {
  lock: (tx, { key }) => lockRow(tx, 'mailing', key),
  async execute(tx, { key }, now) {
    const { count } = await tx.mailing.updateMany({ where: { id: key, ...hidden }, data: { publicAt: now } })
    return count === 0 ? 'changed' : null
  },
}

/** Removes it from the petition's page. Its own address still works, as for those who were mailed. */
export function hideMailing(
  by: Staff,
  id: string,
  why: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'changed' }> {
  return staffWrite<{ ok: true } | { ok: false; reason: 'changed' }>(by, 'update.write', now, async ({ tx, log }) => {
    const { count } = await tx.mailing.updateMany({ where: { id, publicAt: { not: null } }, data: { publicAt: null } })
    if (count === 0) return { ok: false, reason: 'changed' }
    log('update.hide', `update:${id}`, { why })
    return { ok: true }
  })
}

const hidden = { stage: { not: 'draft' }, publicAt: null }
