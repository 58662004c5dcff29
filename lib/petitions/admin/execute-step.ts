import { isoDay } from '@/lib/input/day'
import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import { publishedVersions } from '../texts/published-versions'
import { correctDays } from './change-days'
import { changeStatus } from './change-status'
import { changeOf, steps } from './transitions'

/** Approved: a step of a petition's life. */
export const executeStep: TwoPersonAct = {
  lock: (tx, { key }) => lockRow(tx, 'petition', key),
  async execute(tx, agreed, now) {
    const { key, detail, by } = agreed
    if (detail.step === 'days') return correctDays(tx, agreed, now)
    const step = steps.find((one) => one === detail.step)
    const change = step && changeOf(step, detail.day ?? '', now)
    if (!change) return 'changed'
    if (step === 'open' && !(await asShown(tx, key, detail))) return 'changed'
    return changeStatus(tx, by, change, key, detail.status ?? '', now)
  },
}

/** Approved: a delivery. If it would have personal data deleted within days, it is delayed. */
export const executeDelivery: TwoPersonAct = {
  ...executeStep,
  delayed: ({ destroys }) => destroys === 'yes',
}

/** Exactly the texts and the last day that the second person was shown. */
async function asShown(tx: Prisma.TransactionClient, id: string, detail: Record<string, string>): Promise<boolean> {
  const petition = await tx.petition.findUnique({ where: { id } })
  const closes = petition?.closesOn ? isoDay(petition.closesOn) : 'none'
  return detail['last day to sign'] === closes && detail.versions === (await publishedVersions(tx, id))
}
