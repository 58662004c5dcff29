import { z } from 'zod'
import type { Letter, Source } from '@/prisma/generated/client'
import { isoDate } from '../partial-date'
import type { Values } from './change-row'
import { keysField, partialDateField, slugField } from './fields'

/** What the desk enters of a letter, but its words. */
export const letterForm = z.object({ slug: slugField, dated: partialDateField, sources: keysField })

export type LetterForm = z.output<typeof letterForm>

/** The same fields, filled with what a letter's row holds. */
export function letterValues({ slug, datedOn, datedPrecision, sources }: Letter & { sources: Source[] }): Values {
  const keys = sources.map(({ key }) => key).sort()
  return { slug, dated: isoDate({ on: datedOn, precision: datedPrecision }), sources: keys.join(' ') }
}
