import { INVITATIONS_FORM } from '@/lib/coalition/invite-many/invitations-form'
import { type InvitationLine, readInvitations } from '@/lib/coalition/invite-many/read-invitations'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import type { Staff } from '@/lib/staff/staff'

/** Reads the letter and the lines of a draft that waits for confirmation; null if there is none, or it was sent. */
export async function reviewedInvitations(
  staff: Staff,
  draftId: string,
): Promise<{ id: string; lines: InvitationLine[] } | null> {
  const { id = '', lines = '', locale = '' } = (await findDraft(staff, INVITATIONS_FORM, draftId))?.fields ?? {}
  const read = readInvitations(lines, locale)
  return read.ok ? { id, lines: read.lines } : null
}
