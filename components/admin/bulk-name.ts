import { tOf } from './words'

/** The name of a bulk action: its verb and number of signatures. */
export function bulkName({ verb, total }: { verb: string; total: number }): string {
  return tOf('ask', verb, { signatures: total }) ?? verb
}
