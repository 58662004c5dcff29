import type { ApprovedRequest } from '@/lib/staff/approvals/act'
import { type ContentPart, digestOf } from '@/lib/staff/approvals/content'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { audit } from '@/lib/staff/audit/audit'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'

export type PublishRequest = { ok: true; approval: string } | { ok: false; reason: 'changed' | 'waits' }

/** Requests approval to publish a draft of the statement, in all its languages, as it stands now. */
export function requestPublication(by: Staff, version: number, reason: string, now: Date): Promise<PublishRequest> {
  return staffWrite<PublishRequest>(by, 'coalition.publish', now, async ({ tx }) => {
    const draft = await lockedDraft(tx, version)
    if (!draft) return { ok: false, reason: 'changed' }
    const { content, author } = draft
    const detail = { what: 'publish the statement', version: String(version), author }
    const request = { verb: 'coalition.publish', subject: `statement:${version}`, detail, reason, content } as const
    const approval = await requestApproval(tx, by, request, now)
    return approval ? { ok: true, approval } : { ok: false, reason: 'waits' }
  })
}

/** Approved: it becomes the current statement; earlier versions stay readable. */
export async function executeStatement(
  tx: Prisma.TransactionClient,
  { key, subject, detail, content, by }: ApprovedRequest,
  now: Date,
) {
  const version = Number(key)
  const draft = await lockedDraft(tx, version)
  if (!draft || draft.author !== detail.author || digestOf(draft.content) !== digestOf(content)) return 'changed'
  const dated =
    draft.author === COALITION ? ({ adoptedOn: now, adoptedPrecision: 'day' } as const) : { summarizedOn: now }
  await tx.statement.update({ where: { version }, data: { publishedAt: now, ...dated } })
  await audit(tx, { by, verb: 'statement.publish', subject }, now)
  return null
}

/** Every change of the draft locks the statement's row and waits. @returns null if there is nothing to publish */
async function lockedDraft(
  tx: Prisma.TransactionClient,
  version: number,
): Promise<{ content: ContentPart[]; author: string } | null> {
  await lockRow(tx, 'statement', version)
  const draft = await tx.statement.findUnique({ where: { version, publishedAt: null }, include })
  if (!draft || draft.clauses.length === 0) return null
  const order = { version: 'desc' } as const
  const before = await tx.statement.findFirst({ where: { publishedAt: { not: null } }, orderBy: order, include })
  const content = draft.texts.map(({ locale }) => ({
    name: `statement ${locale}`,
    label: 'statement',
    locale,
    before: before ? textOf(before, locale) : '',
    after: textOf(draft, locale),
  }))
  return { content, author: draft.summarizedOn ? "a summary by the site's editors" : COALITION }
}

/** It is dated and cited as adopted by the coalition, in these words. */
const COALITION = 'adopted by the coalition'

const include = {
  texts: { orderBy: { locale: 'asc' } },
  clauses: { include: { texts: true }, orderBy: { position: 'asc' } },
} as const

type Whole = Prisma.StatementGetPayload<{ include: typeof include }>

/** The whole statement in one language, as one text. */
function textOf({ texts, clauses }: Whole, locale: string): string {
  const head = texts.find((text) => text.locale === locale)
  const around = head ? [head.title, head.lead, head.changes] : []
  const words = clauses.flatMap(({ anchor, part, texts: all }) => {
    const text = all.find((one) => one.locale === locale)
    return [`${part} #${anchor}`, text?.title ?? '', text?.body ?? '']
  })
  return [...around, ...words].filter(Boolean).join('\n\n')
}
