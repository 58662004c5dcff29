import { activity } from './activity'
import type { TextOwner } from './entity'
import { letter } from './letter'
import { member } from './member'
import { clause, statement } from './statement'

const owners: TextOwner[] = [member, activity, letter, statement, clause]

/** The owner of translated texts by its name in addresses; null for another name. */
export function textOwner(name: string): TextOwner | null {
  return owners.find((owner) => owner.name === name) ?? null
}
