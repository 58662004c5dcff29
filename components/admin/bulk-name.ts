import { tOf } from './words'

/** What a bulk action does to how many signatures, in words. */
export function bulkName({ verb, total }: { verb: string; total: number }): string {
  return tOf('ask', verb, { signatures: total }) ?? verb
}
