import { isId } from '@/lib/input/id'
import { MAX_INTEGER, readWhole } from '@/lib/input/whole-number'
import { field } from './admin-action'
import { Unreadable } from './unreadable'

/**
 * Parses the id of a row in a field.
 * @throws Unreadable
 */
export function idIn(form: FormData, name = 'id'): string {
  const id = field(form, name)
  if (!isId(id)) throw new Unreadable(name)
  return id
}

/**
 * Parses a whole number in a field, such as the expected version.
 * @throws Unreadable
 */
export function wholeIn(form: FormData, name: string, most = MAX_INTEGER): number {
  const number = readWhole(field(form, name), most)
  if (number === null) throw new Unreadable(name)
  return number
}
