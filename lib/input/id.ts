import { z } from 'zod'

/** The id of a row, as this site writes it: a UUID in lower case. Issue: `unreadable`. */
export const idField = z.uuid('unreadable').refine((text) => text === text.toLowerCase(), 'unreadable')

/** Whether a value from outside can be a row's id: PostgreSQL throws on anything that is not a UUID. */
export function isId(value: unknown): value is string {
  return idField.safeParse(value).success
}
