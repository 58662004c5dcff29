import { z } from 'zod'
import { idField } from '@/lib/input/id'
import { isLocale } from '@/messages/translator'

/**
 * The kinds of groups, by what their signatures have in common; `single` are those in no group. `flags` are both kinds
 * of groups with the same flags.
 */
export const heldKinds = ['network', 'domain', 'link', 'flags', 'single'] as const

/** A filter of the held signatures to review: by kind of group, language or petition; empty for all. */
export interface HeldFilter {
  kind?: HeldKind | ''

  locale?: string
  /** The petition's id. */
  petition?: string
}

type HeldKind = (typeof heldKinds)[number]

const none = z.literal('').default('')
const schema = z.object({
  kind: none.or(z.enum(heldKinds)),
  locale: none.or(z.string().refine(isLocale)),
  petition: none.or(idField),
})

/** Tells whether the filter restricts anything. */
export function isNarrowed({ kind, locale, petition }: HeldFilter): boolean {
  return Boolean(kind || locale || petition)
}

/** Parses a filter from a query or form; null if it is invalid. */
export function readHeldFilter(typed: Record<string, unknown>): Required<HeldFilter> | null {
  const read = schema.safeParse(typed)
  return read.success ? read.data : null
}
