import { z } from 'zod'
import { idField } from '@/lib/input/id'
import { isLocale } from '@/messages/translator'

/** Which held signatures are reviewed: of one language, of one petition, or all. */
export interface HeldFilter {
  locale?: string
  /** Its id. */
  petition?: string
}

const none = z.literal('').default('')
const schema = z.object({
  locale: none.or(z.string().refine(isLocale)),
  petition: none.or(idField),
})

/** Reads it from an address or a form; null where it cannot be read. */
export function readHeldFilter(typed: Record<string, unknown>): Required<HeldFilter> | null {
  const read = schema.safeParse(typed)
  return read.success ? read.data : null
}
