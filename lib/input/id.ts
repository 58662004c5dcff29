import { z } from 'zod'

/** The id of a row, as this site writes it: a UUID in small letters. Issue: `unreadable`. */
export const idField = z.uuid('unreadable').refine((text) => text === text.toLowerCase(), 'unreadable')

/** Whether a value from outside can be the id of a row: the database fails on anything that is no UUID. */
export function isId(value: unknown): value is string {
  return idField.safeParse(value).success
}
