import { isoDay } from '@/lib/input/day'
import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import type { AnswerKind } from '@/prisma/generated/enums'
import type { AnswerForm } from './answer-form'

export type RequestAnswerResult =
  | { ok: true; id: string; approval: string }
  | { ok: false; errors: Partial<Record<'addressee' | 'day' | 'form', string[]>> }

/** Requests approval to publish an office's answer to a delivery. */
export function requestAnswer(
  by: Staff,
  deliveryId: string,
  { addressee, kind, day, source, url, words, locale, why }: AnswerForm,
  now: Date,
): Promise<RequestAnswerResult> {
  return staffWrite<RequestAnswerResult>(by, 'petition.answer', now, async ({ tx }) => {
    const delivery = await findDelivered(tx, deliveryId)
    const office = delivery?.addressees[addressee]
    if (!delivery || office === undefined) return { ok: false, errors: { addressee: ['unknown'] } }
    if (day > now) return { ok: false, errors: { day: ['future'] } }
    if (day < delivery.deliveredOn) return { ok: false, errors: { day: ['before'] } }
    const detail = {
      petition: delivery.petition.slug,
      office,
      answer: kind,
      day: isoDay(day),
      source,
      ...(url && { address: url }),
    }
    const quoted = words === null ? [] : [{ name: 'words', label: 'Quoted', locale, before: '', after: words }]
    const request = { verb: 'petition.answer', subject: `delivery:${deliveryId}.${addressee}`, reason: why } as const
    const approval = await requestApproval(tx, by, { ...request, detail, content: quoted }, now)
    return approval ? { ok: true, id: deliveryId, approval } : { ok: false, errors: { form: ['waits'] } }
  })
}

/** Publishes the answer, after approval. */
export const executeAnswer: TwoPersonAct = {
  lock: (tx, { key }) => lockRow(tx, 'delivery', deliveryOf(key)),
  async execute(tx, { id, key, detail, content }, now) {
    const { office = '', answer, day, source = '', address } = detail
    const deliveryId = deliveryOf(key)
    if (!(await findDelivered(tx, deliveryId))?.addressees.includes(office)) return 'changed'
    const [quoted] = content
    await tx.deliveryAnswer.create({
      data: {
        id,
        deliveryId,
        addressee: office,
        kind: answer as AnswerKind,
        answeredOn: new Date(`${day}T00:00:00Z`),
        source,
        url: address ?? null,
        words: quoted?.after ?? null,
        locale: quoted?.locale ?? null,
        approvedAt: now,
      },
    })
    return null
  },
}

function deliveryOf(key: string): string {
  return key.split('.')[0] ?? ''
}

function findDelivered(tx: Prisma.TransactionClient, id: string) {
  return tx.delivery.findFirst({
    where: { id, petition: { removedAt: null } },
    select: { addressees: true, deliveredOn: true, petition: { select: { slug: true } } },
  })
}
