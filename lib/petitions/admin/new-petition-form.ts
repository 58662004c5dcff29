import { z } from 'zod'
import { readDay } from '@/lib/input/day'
import { isId } from '@/lib/input/id'
import { isSlug } from '@/lib/input/slug'
import { trimInvisible } from '@/lib/text/clean-text'
import { cleanWords, longest, type PetitionWords, unfinished, type WordField } from '../texts/petition-words'
import { formDay } from './change-days'
import { isGoal } from './update-settings'

const line = z.string().default('').transform(trimInvisible)

/** Of a draft: any length of nothing, but no more than can be published. Issue: `too_long`. */
const words = (field: WordField) =>
  z
    .string()
    .default('')
    .refine((text) => Array.from(text).length <= longest[field], 'too_long')

/** Issue: `date`. */
const optionalDay = line.transform((text, ctx) => {
  const day = text === '' ? null : readDay(text)
  if (day || text === '') return day
  ctx.addIssue('date')
  return z.NEVER
})

/**
 * A new petition as it is typed on one page: its English text, its goal and its days. An opening day takes the whole
 * text, as that is what a second person approves.
 */
export const newPetitionForm = (now: Date) =>
  z
    .object({
      title: words('title'),
      call: words('call'),
      addressee: words('addressee'),
      asks: words('asks'),
      body: words('body'),
      slug: line.refine((text) => text === '' || isSlug(text), 'invalid'),
      goal: line.transform(Number).refine(isGoal, 'number'),
      opens: optionalDay,
      closes: optionalDay,
      /** The petition that it is a copy of. */
      from: line.transform((text) => (isId(text) ? text : null)),
    })
    .transform(({ slug, goal, opens, closes, from, ...typed }) => {
      const words: PetitionWords = cleanWords({ ...typed, story: '' })
      return { words, slug, goal, opens, closes, from }
    })
    .superRefine(({ words, slug, opens, closes }, ctx) => {
      const wrong = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message })
      if (slug === '' && words.title === '') wrong('title', 'missing')
      if (opens && formDay(opens) <= formDay(now)) wrong('opens', 'past')
      if (closes && formDay(closes) < formDay(now)) wrong('closes', 'past')
      if (opens && closes && closes < opens) wrong('closes', 'before')
      if (opens) for (const { field } of unfinished(words)) wrong(field, 'missing')
    })

export type NewPetition = z.output<ReturnType<typeof newPetitionForm>>
