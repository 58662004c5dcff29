import { executeBulkAction } from '@/lib/bulk-actions/request-bulk-action'
import { executePublication } from '@/lib/coalition/admin/execute-publication'
import { executeAnswer } from '@/lib/delivery/answers/request-answer'
import { executeHandover } from '@/lib/delivery/request-delivery'
import { executeExport } from '@/lib/exports/request-export'
import { executePublicMailing } from '@/lib/mailings/publish-mailing'
import { executeMailing } from '@/lib/mailings/send-mailing'
import { executeWithdrawal } from '@/lib/paper/withdraw-sheet'
import { executeDelivery, executeStep } from '@/lib/petitions/admin/execute-step'
import { executeRemoval } from '@/lib/petitions/admin/remove'
import { executeSchedule } from '@/lib/petitions/admin/schedule'
import { executePublication as executePetitionText } from '@/lib/petitions/texts/publish-text'
import type { TwoPersonActs } from '@/lib/staff/approvals/act'
import { executeDisable } from '@/lib/staff-accounts/disable'
import { executeInvitation } from '@/lib/staff-accounts/invite-staff'
import { executeEnable, executeFactorReset, executeRole } from '@/lib/staff-accounts/staff-changes'
import { executeWebhook } from '@/lib/webhooks/request-webhook'

/** Every verb that takes two people, and what is executed once the second has approved. */
export const executors: TwoPersonActs = {
  'staff.invite': executeInvitation,
  'staff.change_role': executeRole,
  'staff.disable': executeDisable,
  'staff.enable': executeEnable,
  'staff.reset_factor': executeFactorReset,
  'bulk.approve': executeBulkAction,
  'update.send': executeMailing,
  'update.publish': executePublicMailing,
  'export.personal': executeExport,
  'paper.withdraw': executeWithdrawal,
  'petition.publish': executePetitionText,
  'petition.change_status': executeStep,
  'petition.plan': executeSchedule,
  'petition.deliver': executeDelivery,
  'petition.hand_over': executeHandover,
  'petition.hand_over_names': executeHandover,
  'petition.answer': executeAnswer,
  'petition.delete': executeRemoval,
  'coalition.publish': executePublication,
  'webhook.add': executeWebhook,
}
