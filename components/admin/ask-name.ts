import type { ApprovableVerb } from '@/lib/staff/roles'
import { tOf } from './words'

/** What two people decide about, in words; of a bulk action also what it does, to how many. */
export function askName({ verb, detail }: { verb: ApprovableVerb; detail: Record<string, string> }): string {
  const { what, signatures } = detail
  const many =
    verb === 'bulk.approve' && what && signatures ? tOf('ask', what, { signatures: Number(signatures) }) : null
  return many ?? tOf('ask', verb) ?? verb
}
