import { activity } from './activity'
import type { TextOwner } from './entity'
import { letter } from './letter'
import { member } from './member'
import { siteText } from './site-text'
import { clause, statement } from './statement'

const owners: TextOwner[] = [member, activity, letter, statement, clause]

/** The owner of translated texts by its name in addresses and its key; null for another name. */
export function textOwner(name: string, key: string): TextOwner | null {
  return name === 'site' ? siteText(key) : (owners.find((owner) => owner.name === name) ?? null)
}
