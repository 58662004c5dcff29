import { z } from 'zod'
import { idField } from '@/lib/input/id'
import { isLocale } from '@/messages/translator'

/**
 * What signatures of a group have in common; `single`: those in no group. `flags` are both kinds of groups with the
 * same flags.
 */
export const heldKinds = ['network', 'domain', 'link', 'flags', 'single'] as const

/** Which held signatures are reviewed: of one kind of group, of one language, of one petition, or all. */
export interface HeldFilter {
  kind?: HeldKind | ''

  locale?: string
  /** Its id. */
  petition?: string
}

type HeldKind = (typeof heldKinds)[number]

const none = z.literal('').default('')
const schema = z.object({
  kind: none.or(z.enum(heldKinds)),
  locale: none.or(z.string().refine(isLocale)),
  petition: none.or(idField),
})

/** Whether it leaves out anything. */
export function isNarrowed({ kind, locale, petition }: HeldFilter): boolean {
  return Boolean(kind || locale || petition)
}

/** Reads it from an address or a form; null where it cannot be read. */
export function readHeldFilter(typed: Record<string, unknown>): Required<HeldFilter> | null {
  const read = schema.safeParse(typed)
  return read.success ? read.data : null
}
