import { may, needsStepUp, type Verb } from './roles'
import type { Staff } from './staff'

class NotAllowed extends Error {
  override name = 'NotAllowed'
}

/**
 * Thrown if the second factor was verified too long ago for a verb. The edges ask for it and repeat the request
 * (lib/web/admin).
 */
export class StepUpRequired extends Error {
  override name = 'StepUpRequired'
}

/**
 * Checks that the role may use a verb. Every verb that reads or changes something calls it itself, whatever page or
 * action led there.
 * @throws NotAllowed, StepUpRequired
 */
export function authorise(staff: Staff, verb: Verb): void {
  authoriseRole(staff, verb)
  if (staff.session.stale && needsStepUp(verb)) throw new StepUpRequired(verb)
}

/**
 * Authorises refusing or stopping an act of this verb, which never asks for the second factor again.
 * @throws NotAllowed
 */
export function authoriseRole(staff: Staff, verb: Verb): void {
  if (staff.frozen) throw new NotAllowed(`who is frozen may not ${verb}`)
  if (!may(staff.role, verb)) throw new NotAllowed(`${staff.role} may not ${verb}`)
}
