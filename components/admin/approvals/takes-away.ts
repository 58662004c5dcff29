import type { ApprovableVerb } from '@/lib/staff/roles'

/** What takes something away, or sends out what nobody gets back, whatever its details are. */
const always: ApprovableVerb[] = [
  'staff.disable',
  'staff.reset_factor',
  'update.send',
  'export.personal',
  'paper.withdraw',
  'petition.deliver',
  'petition.delete',
  'petition.hand_over_names',
]

/** Whether approving it takes something away or sends it out for good: its button is then red, as nothing else is. */
export function takesAway({ verb, detail }: { verb: ApprovableVerb; detail: Record<string, string> }): boolean {
  if (always.includes(verb)) return true
  if (verb === 'bulk.approve') return detail.what === 'remove'
  if (verb === 'coalition.publish') return detail.to === 'sent' || detail.act === 'remove'
  if (verb !== 'petition.change_status') return false
  // Those who have not confirmed yet are lost with it.
  return detail.step === 'close' || (detail.step === 'win' && detail.status === 'open')
}
