import { audit } from '@/lib/staff/audit/audit'
import type { Staff } from '@/lib/staff/staff'
import { transact } from '@/lib/transaction'
import { queueEvent } from '@/lib/webhooks/queue-event'
import type { Prisma } from '@/prisma/generated/client'
import type { PetitionStatus } from '@/prisma/generated/enums'
import type { StatusChange } from './transitions'

export type StatusRefusal = 'changed' | NonNullable<StatusChange['otherwise']>

/** Why a step is impossible as things stand; null if it is possible. */
export async function refuseChange(
  tx: Prisma.TransactionClient,
  { from, where, otherwise, removed }: StatusChange,
  id: string,
  expected: string,
): Promise<StatusRefusal | null> {
  const [row] = await tx.$queryRaw<{ holds: boolean }[]>`
    SELECT (${where}) IS TRUE AS holds FROM petition p WHERE p.id = ${id}::uuid AND p.status::text = ${expected}
      AND p.status = ANY(${from}::petition_status[]) AND (p.removed_at IS NOT NULL) = ${removed}`
  if (!row) return 'changed'
  return row.holds ? null : (otherwise ?? 'changed')
}

/**
 * Makes a step that two people approved and audits it, as part of a transaction.
 * @param by the second person; null for the server
 * @param expected the status that they saw: if it has changed since, nothing is done
 */
export async function changeStatus(
  tx: Prisma.TransactionClient,
  by: Staff | null,
  change: StatusChange,
  id: string,
  expected: string,
  now: Date,
): Promise<StatusRefusal | null> {
  const { verb, from, set, where, detail, removed } = change
  const [row] = await tx.$queryRaw<{ status: PetitionStatus }[]>`
    UPDATE petition p SET ${set}, updated_at = ${now}
    WHERE p.id = ${id}::uuid AND p.status::text = ${expected} AND p.status = ANY(${from}::petition_status[])
      AND (p.removed_at IS NOT NULL) = ${removed} AND (${where})
    RETURNING p.status::text AS status`
  if (!row) return (await refuseChange(tx, change, id, expected)) ?? 'changed'
  const told = { before: expected, after: row.status, ...detail }
  await tellWebhooks(tx, id, verb, detail?.day ?? '', now)
  await audit(tx, { by, verb: `petition.${verb}`, subject: `petition:${id}`, detail: told }, now)
  return null
}

/** A step that two people scheduled for a day: made by the server. */
export function changeStatusAsPlanned(change: StatusChange, id: string, from: PetitionStatus, now: Date) {
  return transact((tx) => changeStatus(tx, null, change, id, from, now))
}

/** The steps that webhooks are told of. */
async function tellWebhooks(tx: Prisma.TransactionClient, petitionId: string, step: string, day: string, now: Date) {
  if (step === 'open' || step === 'reopen') await queueEvent(tx, { kind: 'petition.opened', petitionId, data: {} }, now)
  if (step === 'close') await queueEvent(tx, { kind: 'petition.closed', petitionId, data: {} }, now)
  if (step === 'win') await queueEvent(tx, { kind: 'petition.won', petitionId, data: { day } }, now)
  if (step === 'deliver') await queueEvent(tx, { kind: 'petition.delivered', petitionId, data: { day } }, now)
}
