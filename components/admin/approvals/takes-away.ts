import type { ApprovableVerb } from '@/lib/staff/roles'

/** Verbs that always remove something, or send out something that cannot be recalled. */
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

/** Tells whether approving it removes something or sends it out for good. Only then is its button red. */
export function takesAway({ verb, detail }: { verb: ApprovableVerb; detail: Record<string, string> }): boolean {
  if (always.includes(verb)) return true
  if (verb === 'bulk.approve') return detail.what === 'remove'
  if (verb === 'coalition.publish') return detail.to === 'sent' || detail.act === 'remove'
  if (verb !== 'petition.change_status') return false
  // Forms that are not confirmed yet are lost as well.
  return detail.step === 'close' || (detail.step === 'win' && detail.status === 'open')
}
