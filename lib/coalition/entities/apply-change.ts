import { createHash } from 'node:crypto'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'

/** A row as a form holds it, by field. */
export type FormValues = Record<string, string>

/** Error codes by field; `form: ['changed']` if the row is no longer at the expected version. */
export type FieldErrors = Record<string, string[]>

/** `approval`: the pending one; missing if it is saved. */
export type SaveResult = { ok: true; id: string; approval?: string } | { ok: false; errors: FieldErrors }

export interface Change {
  /** `versionOf` the values from which the form was made. */
  expectedVersion: string
  /** Locks the row and reads its values; null if it no longer exists. */
  values: () => Promise<FormValues | null>
  /** May refuse, with error codes by field. */
  write: () => Promise<FieldErrors | null>
}

/** The version of some values: a digest of them. */
export function versionOf(values: FormValues): string {
  const entries = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 24)
}

/**
 * Writes if the row is still at the expected version (an optimistic lock).
 * @returns the names of the fields that changed, for the audit log: never their values, since a member may be a person
 */
export async function applyChange(
  change: Change,
): Promise<{ ok: true; changed: string } | { ok: false; errors: FieldErrors }> {
  const before = await change.values()
  const refusal = refusalOf(before, change.expectedVersion) ?? (await change.write())
  if (refusal) return { ok: false, errors: refusal }
  const after = (await change.values()) ?? {}
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])].sort()
  return { ok: true, changed: names.filter((name) => before?.[name] !== after[name]).join(' ') }
}

interface ChangeRequest {
  id: string
  subject: string
  /** Facts that the second person is shown. */
  detail: Record<string, string>
  reason: string
  locale: string
  fields: { name: string; label: string }[]
  after: Record<string, string | null>
}

/**
 * Requests approval for the same change; the second person is shown each field before and after. A change of nothing is
 * saved without approval.
 */
export async function requestChange(
  tx: Prisma.TransactionClient,
  by: Staff,
  { values, expectedVersion }: Pick<Change, 'values' | 'expectedVersion'>,
  { id, subject, detail, reason, locale, fields, after }: ChangeRequest,
  now: Date,
): Promise<SaveResult> {
  const before = await values()
  const refusal = refusalOf(before, expectedVersion)
  if (refusal) return { ok: false, errors: refusal }
  const content = fields.map(({ name, label }) => {
    return { name, label, locale, before: before?.[name] ?? '', after: after[name] ?? '' }
  })
  if (content.every((part) => part.before === part.after)) return { ok: true, id }
  const request = {
    verb: 'coalition.publish',
    subject,
    detail: { ...detail, expectedVersion },
    reason,
    content,
  } as const
  const approval = await requestApproval(tx, by, request, now)
  return approval ? { ok: true, id, approval } : { ok: false, errors: { form: ['waits'] } }
}

function refusalOf(before: FormValues | null, expectedVersion: string): FieldErrors | null {
  if (!before) return { form: ['unknown'] }
  return versionOf(before) === expectedVersion ? null : { form: ['changed'] }
}
