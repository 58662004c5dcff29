import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { queueMail } from '@/lib/mail/queue-mail'
import { authorise } from '@/lib/staff/authorise'
import { spendDraft } from '@/lib/staff/drafts/spend-draft'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { fold } from '@/lib/text/fold'
import { lockRow } from '@/lib/transaction'
import { sealRecord } from '@/lib/vault/seal-record'
import { hashToken, newToken } from '@/lib/vault/token'
import type { Prisma } from '@/prisma/generated/client'
import { INVITATION_LIFE_DAYS } from '../invite'
import { lockNames } from '../lock-names'
import { memberKey } from '../lock-place'
import { memberNames, namesOfMembers } from '../member-names'
import { invitationMail } from './invitation-record'
import { INVITATIONS_FORM } from './invitations-form'
import { type InvitationPlan, planInvitations } from './plan-invitations'
import { type InvitationLine, MAX_INVITATIONS } from './read-invitations'

type Refusal = { ok: false; reason: 'letter_not_open' | 'all_left_out' | 'invited_enough' | 'sent_already' }

type Plan = { ok: true; plan: InvitationPlan } | Refusal

export type InviteManyResult = { ok: true; invited: number } | Refusal

/** The plan that `inviteMany` would carry out at this moment. */
export function previewInvitations(by: Staff, letterId: string, lines: InvitationLine[], now: Date): Promise<Plan> {
  authorise(by, 'coalition.write')
  return prepare(db(), by, letterId, lines, now)
}

/**
 * Invites many organisations to an open letter, and mails each its link. The addresses stand, sealed, in the queued
 * mails alone.
 * @param draftId the draft with the lines, which is spent: sent twice, they are invited once. What else this
 *   person typed and previewed for the letter is deleted with it
 */
export function inviteMany(
  by: Staff,
  letterId: string,
  draftId: string,
  lines: InvitationLine[],
  now: Date,
): Promise<InviteManyResult> {
  return staffWrite<InviteManyResult>(by, 'coalition.write', now, async ({ tx, log }) => {
    // The limit is of a person, over all letters: of two lists sent at once the second waits for the first.
    await lockRow(tx, 'staff', by.id)
    // Of those who send lists to one letter at once too. Everybody else who invites to it takes the names alone.
    if (!(await lockRow(tx, 'letter', letterId))) return { ok: false, reason: 'letter_not_open' }
    if (!(await spendDraft(tx, by, INVITATIONS_FORM, draftId, ({ id }) => id === letterId)))
      return { ok: false, reason: 'sent_already' }
    const expected = await planInvitations(tx, letterId, lines, now)
    const names = [...lines.map(({ organisation }) => fold(organisation)), ...expected.invite.map((one) => one.search)]
    const known = await memberNames(tx)
    const members = lines.flatMap(({ organisation }) => known.get(fold(organisation)) ?? [])
    const others = namesOfMembers(known, members)
    await lockNames(tx, letterId, [...names, ...others, ...members.map(memberKey)])
    const prepared = await prepare(tx, by, letterId, lines, now)
    if (!prepared.ok) return prepared
    const { invite } = prepared.plan
    const ids = await standAtLetter(tx, letterId, invite, now)
    const links = invite.flatMap(({ search, email, locale }) => {
      const [coSignatureId, token] = [ids.get(search), newToken()]
      const tokenHash = hashToken(token)
      return coSignatureId && tokenHash ? [{ coSignatureId, token, tokenHash, email, locale }] : []
    })
    const all = links.map(({ coSignatureId }) => coSignatureId)
    await tx.invitation.updateMany({
      where: { coSignatureId: { in: all }, revokedAt: null },
      data: { revokedAt: now },
    })
    const expiresAt = new Date(now.getTime() + INVITATION_LIFE_DAYS * 86_400_000)
    await tx.invitation.createMany({
      data: links.map(({ tokenHash, coSignatureId }) => ({ tokenHash, coSignatureId, createdAt: now, expiresAt })),
    })
    const event = { state: 'invited' as const, at: now, staffId: by.id }
    await tx.coSignatureEvent.createMany({
      data: all.map((coSignatureId) => ({ ...event, id: randomUUID(), coSignatureId })),
    })
    for (const { email, locale, token } of links) {
      const sealed = sealRecord(invitationMail.parse({ to: email.deliverable, locale, token }))
      await queueMail(tx, { countedAs: email.canonical, kind: 'invitation', sealed }, now)
    }
    log('co_signature.invite_many', `letter:${letterId}`, { invited: links.length })
    return { ok: true, invited: links.length }
  })
}

async function prepare(
  tx: Prisma.TransactionClient,
  by: Staff,
  letterId: string,
  lines: InvitationLine[],
  now: Date,
): Promise<Plan> {
  const letter = isId(letterId) ? await tx.letter.findUnique({ where: { id: letterId } }) : null
  if (letter?.status !== 'open') return { ok: false, reason: 'letter_not_open' }
  const plan = await planInvitations(tx, letterId, lines, now)
  if (plan.invite.length === 0) return { ok: false, reason: 'all_left_out' }
  const dayAgo = new Date(now.getTime() - 86_400_000)
  const today = await tx.coSignatureEvent.count({ where: { staffId: by.id, state: 'invited', at: { gt: dayAgo } } })
  if (today + plan.invite.length > MAX_INVITATIONS) return { ok: false, reason: 'invited_enough' }
  return { ok: true, plan }
}

/** @returns the ids of their co-signatures by name; without those that have signed in this very moment */
async function standAtLetter(
  tx: Prisma.TransactionClient,
  letterId: string,
  invite: InvitationPlan['invite'],
  now: Date,
): Promise<Map<string, string>> {
  const rows = invite.map(({ organisation, search, memberId }) => ({
    id: randomUUID(),
    organisation,
    search,
    member_id: memberId,
  }))
  const standing = await tx.$queryRaw<{ id: string; search: string }[]>`
    INSERT INTO co_signature (id, letter_id, organisation, search, member_id, created_at)
    SELECT id, ${letterId}::uuid, organisation, search, member_id, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t (id uuid, organisation text, search text, member_id uuid)
    ORDER BY search
    ON CONFLICT (letter_id, search) DO UPDATE
      SET organisation = excluded.organisation, member_id = coalesce(excluded.member_id, co_signature.member_id)
      WHERE co_signature.state = 'invited'
    RETURNING id, search`
  return new Map(standing.map(({ id, search }) => [search, id]))
}
