import { lineField } from '@/lib/input/form-fields'

/** Characters of a view's name. */
export const MAX_VIEW_NAME = 60

/** An address in it would be somebody's. */
const schema = lineField(MAX_VIEW_NAME).refine((name) => !/[@＠]/.test(name))

/** Null where it is none. */
export function readViewName(typed: string): string | null {
  const read = schema.safeParse(typed)
  return read.success ? read.data : null
}
