import { may, needsStepUp, type Verb } from './roles'
import type { Staff } from './staff'

class NotAllowed extends Error {
  override name = 'NotAllowed'
}

/**
 * The second factor was verified too long ago for this verb. The edges ask for it and repeat the request
 * (lib/web/admin).
 */
export class StepUpRequired extends Error {
  override name = 'StepUpRequired'
}

/**
 * The last check: verbs that read or change something call it themselves, whatever page or action led there.
 * @throws NotAllowed, StepUpRequired
 */
export function authorise(staff: Staff, verb: Verb): void {
  authoriseRole(staff, verb)
  if (staff.session.stale && needsStepUp(verb)) throw new StepUpRequired(verb)
}

/**
 * Authorises refusing or stopping an act of this verb, which must not wait for a second factor.
 * @throws NotAllowed
 */
export function authoriseRole(staff: Staff, verb: Verb): void {
  if (staff.frozen) throw new NotAllowed(`who is frozen may not ${verb}`)
  if (!may(staff.role, verb)) throw new NotAllowed(`${staff.role} may not ${verb}`)
}
