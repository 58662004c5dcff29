import { executeBulk } from '@/lib/bulk-actions/decide-bulk'
import { executePublication } from '@/lib/coalition/admin/execute-publication'
import { executeExport } from '@/lib/exports/execute-export'
import { executeUpdate } from '@/lib/mailings/start-mailing'
import { executeWithdrawal } from '@/lib/paper/execute-withdrawal'
import { executeDelivery, executeStep } from '@/lib/petitions/admin/execute-step'
import { executeRemoval } from '@/lib/petitions/admin/remove'
import { executePlan } from '@/lib/petitions/admin/schedule'
import { executePublication as executePetitionText } from '@/lib/petitions/texts/publish-text'
import { executeRole } from '@/lib/staff/accounts/change-role'
import { executeDisable } from '@/lib/staff/accounts/disable'
import { executeEnable } from '@/lib/staff/accounts/enable'
import { executeInvitation } from '@/lib/staff/accounts/invite-staff'
import { executeFactorReset } from '@/lib/staff/accounts/reset-factor'
import type { TwoPersonActs } from '@/lib/staff/approvals/act'

/** Everything that takes two people, by its verb, and what is done when they agree. */
export const acts: TwoPersonActs = {
  'staff.invite': executeInvitation,
  'staff.change_role': executeRole,
  'staff.disable': executeDisable,
  'staff.enable': executeEnable,
  'staff.reset_factor': executeFactorReset,
  'bulk.approve': executeBulk,
  'update.send': executeUpdate,
  'export.personal': executeExport,
  'paper.withdraw': executeWithdrawal,
  'petition.publish': executePetitionText,
  'petition.change_status': executeStep,
  'petition.plan': executePlan,
  'petition.deliver': executeDelivery,
  'petition.delete': executeRemoval,
  'coalition.publish': executePublication,
}
