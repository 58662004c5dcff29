import type { z } from 'zod'
import { fieldIssues } from '@/lib/input/form-fields'

/** Reads a form of the desk. @returns what is wrong by field, otherwise the form */
export function readForm<S extends z.ZodType>(
  schema: S,
  fields: Record<string, string>,
): { ok: true; form: z.output<S> } | { ok: false; errors: Record<string, string[]> } {
  const result = schema.safeParse(fields)
  return result.success ? { ok: true, form: result.data } : { ok: false, errors: fieldIssues(result.error) }
}
