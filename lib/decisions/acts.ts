import { executePublication } from '@/lib/coalition/desk/execute-publication'
import { executeWithdrawal } from '@/lib/paper/execute-withdrawal'
import { executeDelivery, executeStep } from '@/lib/petitions/desk/execute-step'
import { executePlan } from '@/lib/petitions/desk/plan'
import { executeRemoval } from '@/lib/petitions/desk/remove'
import { executePublication as executePetitionText } from '@/lib/petitions/texts/publish-text'
import { executeBulk } from '@/lib/signatures/bulk/decide-bulk'
import { executeExport } from '@/lib/signatures/export/execute-export'
import { executeUpdate } from '@/lib/signatures/updates/start-update'
import type { TwoPersonActs } from '@/lib/staff/approvals/act'
import { executeRole } from '@/lib/staff/colleague/change-role'
import { executeDisable } from '@/lib/staff/colleague/disable'
import { executeEnable } from '@/lib/staff/colleague/enable'
import { executeInvitation } from '@/lib/staff/colleague/invite-colleague'
import { executeFactorReset } from '@/lib/staff/colleague/reset-factor'

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
