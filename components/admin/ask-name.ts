import type { ApprovableVerb } from '@/lib/staff/roles'
import { tOf } from './words'

/** The name of a requested act; of a bulk action also its verb and number. */
export function askName({ verb, detail }: { verb: ApprovableVerb; detail: Record<string, string> }): string {
  const { what, signatures } = detail
  const many =
    verb === 'bulk.approve' && what && signatures ? tOf('ask', what, { signatures: Number(signatures) }) : null
  return many ?? tOf('ask', verb) ?? verb
}
