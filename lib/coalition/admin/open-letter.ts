import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import type { Agreed } from '@/lib/staff/approvals/act'
import { type ContentPart, digestOf } from '@/lib/staff/approvals/content'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'
import type { LetterStatus } from '@/prisma/generated/enums'

/** A draft is opened: public, and organisations can be invited. An open one is sent: it takes no more co-signatures. */
const stepsOfLetters = { open: 'draft', sent: 'open' } as const satisfies Partial<Record<LetterStatus, LetterStatus>>
export type LetterStep = keyof typeof stepsOfLetters

export type LetterRequest = { ok: true; approval: string } | { ok: false; reason: 'changed' | 'no_text' | 'waits' }

/** Asks a second person to open a letter or to close it. It needs words in English. */
export async function requestLetter(
  by: Staff,
  id: string,
  to: LetterStep,
  reason: string,
  now: Date,
): Promise<LetterRequest> {
  authorise(by, 'coalition.publish')
  if (!isId(id)) return { ok: false, reason: 'changed' }
  return db().$transaction(async (tx): Promise<LetterRequest> => {
    const letter = await lockedLetter(tx, id)
    if (letter?.status !== stepsOfLetters[to]) return { ok: false, reason: 'changed' }
    const content = to === 'open' ? partsOf(letter) : []
    if (!letter.texts.some(({ locale }) => locale === 'en')) return { ok: false, reason: 'no_text' }
    const detail = { what: to === 'open' ? 'open a letter' : 'close a letter', letter: letter.slug, to }
    const request = { verb: 'coalition.publish', subject: `letter:${id}`, detail, reason, content } as const
    const approval = await requestApproval(tx, by, request, now)
    return approval ? { ok: true, approval } : { ok: false, reason: 'waits' }
  })
}

/** A second person agreed, to the words that they were shown. */
export async function executeLetter(
  tx: Prisma.TransactionClient,
  { key: id, subject, detail, content, by }: Agreed,
  now: Date,
) {
  const to = detail.to === 'open' ? 'open' : 'sent'
  const letter = await lockedLetter(tx, id)
  const before = stepsOfLetters[to]
  if (letter?.status !== before) return 'changed'
  if (to === 'open' && digestOf(partsOf(letter)) !== digestOf(content)) return 'changed'
  await tx.letter.update({ where: { id }, data: { status: to } })
  await audit(tx, { by, verb: `letter.${to}`, subject, detail: { before, after: to } }, now)
  return null
}

/** Whoever writes its words waits: they lock its row too. */
async function lockedLetter(tx: Prisma.TransactionClient, id: string) {
  await tx.$queryRaw`SELECT 1 FROM letter WHERE id = ${id}::uuid FOR UPDATE`
  const texts = { orderBy: [{ locale: 'asc' as const }, { version: 'asc' as const }] }
  return tx.letter.findUnique({ where: { id }, include: { texts } })
}

/** The newest words in each language. */
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
