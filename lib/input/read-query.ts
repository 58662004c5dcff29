import type { z } from 'zod'
import { isStorable } from './storable'

/** The query of an address, as the framework gives it to a page. */
export type Query = Record<string, string | string[] | undefined>

/** Codes of what is wrong, by name: `unreadable`, `repeated`, `unknown_name`, or what the schema says. */
export type QueryErrors = Record<string, string[]>

/**
 * Reads the query of an address. An empty value is none. What cannot be read is an error and never left out: a list
 * without one part of its filter would show more than was asked for.
 * @param schema a strict object, where a name that it does not know is to be an error as well
 */
export function readQuery<S extends z.ZodType>(
  schema: S,
  query: Query | URLSearchParams,
): { ok: true; query: z.output<S> } | { ok: false; errors: QueryErrors } {
  const given = Object.entries(query instanceof URLSearchParams ? grouped(query) : query)
  const entries = given.filter(([, value]) => value !== undefined && value !== '')
  // A map: names come from outside.
  const errors = new Map<string, string[]>()
  for (const [name, value] of entries) {
    if (Array.isArray(value)) errors.set(name, ['repeated'])
    else if (value !== undefined && !isStorable(value)) errors.set(name, ['unreadable'])
  }
  const parsed = schema.safeParse(Object.fromEntries(entries))
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    const unknown = issue.code === 'unrecognized_keys'
    for (const name of unknown ? issue.keys : [String(issue.path[0] ?? 'form')])
      if (!errors.has(name)) errors.set(name, [unknown ? 'unknown_name' : issue.message])
  }
  if (!parsed.success || errors.size > 0) return { ok: false, errors: Object.fromEntries(errors) }
  return { ok: true, query: parsed.data }
}

function grouped(query: URLSearchParams): Query {
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name)
      return [name, values.length > 1 ? values : values[0]]
    }),
  )
}
