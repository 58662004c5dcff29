import { withdrawSheetTogether } from '@/lib/paper/withdraw-sheet-together'
import { deliverApproved } from '@/lib/petitions/desk/deliver'
import { remove } from '@/lib/petitions/desk/remove'
import { agreeToExport } from '@/lib/signatures/export/agree-to-export'
import { startApproved } from '@/lib/signatures/updates/start-update'
import { changeRole } from '@/lib/staff/colleague/change-role'
import { disableOwner } from '@/lib/staff/colleague/disable'
import { enable } from '@/lib/staff/colleague/enable'
import { agreeToInvitation } from '@/lib/staff/colleague/invite-colleague'
import { resetFactor } from '@/lib/staff/colleague/reset-factor'
import type { Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'

/** Takes the approval and does what was agreed to, in one transaction. */
type CarryOut = (by: Staff, approvalId: string, now: Date) => Promise<{ ok: true } | { ok: false; reason: string }>

/** What takes two people, by its verb. */
export const carryOut: Partial<Record<Verb, CarryOut>> = {
  'paper.withdraw': withdrawSheetTogether,
  'export.personal': agreeToExport,
  'staff.invite': agreeToInvitation,
  'staff.change_role': changeRole,
  'staff.disable': disableOwner,
  'staff.enable': enable,
  'staff.reset_factor': resetFactor,
  'update.send': startApproved,
  'petition.delete': remove,
  'petition.deliver': deliverApproved,
}
