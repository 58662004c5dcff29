import { findBulkAction } from '@/lib/bulk-actions/find-bulk-action'
import { findMailing } from '@/lib/mailings/find-mailing'
import { findApproval } from '@/lib/staff/approvals/list-approvals'
import type { Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { nameAndAddress } from '@/lib/staff/staff-name'
import { findStaffMember } from '@/lib/staff-accounts/list-staff'
import { findWebhook } from '@/lib/webhooks/list-webhooks'
import { askName } from './ask-name'
import { bulkName } from './bulk-name'
import { t } from './words'

/** Names the subject of an id in a form, by the verb of its action; null if it has no name. */
export async function nameOf(staff: Staff, verb: Verb, id: string, now: Date): Promise<string | null> {
  if (!id) return null
  if (verb === 'staff.manage') {
    const person = await findStaffMember(staff, id, now)
    return person && nameAndAddress(person)
  }
  if (verb === 'approval.decide') {
    const found = await findApproval(staff, id, now)
    if (!found) return null
    const act = found.about ? `${askName(found)}: ${found.about}` : askName(found)
    return t('approvals.actRequestedBy', { act, askedBy: found.askedBy })
  }
  if (verb === 'bulk.run' || verb === 'bulk.approve') {
    const found = await findBulkAction(staff, id, now)
    return found && bulkName(found)
  }
  if (verb === 'webhook.manage') return (await findWebhook(staff, id))?.url ?? null
  if (verb === 'update.send') return (await findMailing(staff, id, now))?.subject ?? null
  return null
}
