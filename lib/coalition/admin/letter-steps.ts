import type { ApprovedRequest } from '@/lib/staff/approvals/act'
import { type ContentPart, digestOf } from '@/lib/staff/approvals/content'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { audit } from '@/lib/staff/audit/audit'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import type { LetterStatus } from '@/prisma/generated/enums'
import { lockLetter } from '../lock-place'

/** Opening a draft makes it public and allows invitations. Sending an open one ends its co-signatures. */
const steps = { open: 'draft', sent: 'open' } as const satisfies Partial<Record<LetterStatus, LetterStatus>>
export type LetterStep = keyof typeof steps

export type LetterRequest = { ok: true; approval: string } | { ok: false; reason: 'changed' | 'no_text' | 'waits' }

/** Requests approval to open a letter or to close it. It needs a text in English. */
export function requestLetterStep(
  by: Staff,
  id: string,
  to: LetterStep,
  reason: string,
  now: Date,
): Promise<LetterRequest> {
  return staffWrite<LetterRequest>(by, 'coalition.publish', now, async ({ tx }) => {
    const letter = await lockedLetter(tx, id)
    if (letter?.status !== steps[to]) return { ok: false, reason: 'changed' }
    if (!letter.texts.some(({ locale }) => locale === 'en')) return { ok: false, reason: 'no_text' }
    const content = to === 'open' ? partsOf(letter) : []
    const detail = { what: to === 'open' ? 'open a letter' : 'close a letter', letter: letter.slug, to }
    const request = { verb: 'coalition.publish', subject: `letter:${id}`, detail, reason, content } as const
    const approval = await requestApproval(tx, by, request, now)
    return approval ? { ok: true, approval } : { ok: false, reason: 'waits' }
  })
}

/** Approved: the texts that the second person was shown. */
export async function executeLetterStep(
  tx: Prisma.TransactionClient,
  { key: id, subject, detail, content, by }: ApprovedRequest,
  now: Date,
) {
  const to = detail.to === 'open' ? 'open' : 'sent'
  const letter = await lockedLetter(tx, id)
  const before = steps[to]
  if (letter?.status !== before) return 'changed'
  if (to === 'open' && digestOf(partsOf(letter)) !== digestOf(content)) return 'changed'
  await lockLetter(tx, id, 'close')
  await tx.letter.update({ where: { id }, data: { status: to } })
  await audit(tx, { by, verb: `letter.${to}`, subject, detail: { before, after: to } }, now)
  return null
}

/** A change of its texts locks the same row and waits. */
async function lockedLetter(tx: Prisma.TransactionClient, id: string) {
  if (!(await lockRow(tx, 'letter', id))) return null
  const texts = { orderBy: [{ locale: 'asc' as const }, { version: 'asc' as const }] }
  return tx.letter.findUnique({ where: { id }, include: { texts } })
}

/** The newest text in each language. */
function partsOf({ texts }: NonNullable<Awaited<ReturnType<typeof lockedLetter>>>): ContentPart[] {
  const newest = new Map(texts.map((text) => [text.locale, text]))
  return [...newest.values()].map(({ locale, title, addressee, summary, body, signersNote }) => ({
    name: `letter ${locale}`,
    label: 'letter',
    locale,
    before: '',
    after: [title, addressee, summary, body, signersNote].filter(Boolean).join('\n\n'),
  }))
}
