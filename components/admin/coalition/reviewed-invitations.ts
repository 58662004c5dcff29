import { INVITATIONS_FORM } from '@/lib/coalition/invite-many/invitations-form'
import { type InvitationLine, readInvitations } from '@/lib/coalition/invite-many/read-invitations'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import type { Staff } from '@/lib/staff/staff'

/** The letter and the lines of a draft that wait to be confirmed; null where there are none, or they have been sent. */
export async function reviewedInvitations(
  staff: Staff,
  draftId: string,
): Promise<{ id: string; lines: InvitationLine[] } | null> {
  const { id = '', lines = '', locale = '' } = (await findDraft(staff, INVITATIONS_FORM, draftId))?.fields ?? {}
  const read = readInvitations(lines, locale)
  return read.ok ? { id, lines: read.lines } : null
}
