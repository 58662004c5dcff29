import { may, type Verb } from './roles'
import type { Staff } from './staff'

class NotAllowed extends Error {
  override name = 'NotAllowed'
}

/**
 * The last lock: verbs that read or change something call it themselves, whatever page or action led there.
 * @throws NotAllowed
 */
export function authorise(staff: Staff, verb: Verb): void {
  if (!may(staff.role, verb)) throw new NotAllowed(`${staff.role} may not ${verb}`)
}
