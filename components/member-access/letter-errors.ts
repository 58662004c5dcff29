import type { FormState } from '@/lib/integrity/form-state'
import { fieldsOf } from '@/messages/form-errors'
import { type Locale, translator } from '@/messages/translator'

/** The fields of a form in a letter's part of the page. */
const fields = ['name', 'role', 'authority'] as const

type LetterField = (typeof fields)[number]

/** The props of its controls. A page may hold several such forms, so each field's name ends in its letter's. */
export function letterFields(slug: string, { errors }: FormState, locale: Locale) {
  const field = fieldsOf<LetterField>('letters', errors, locale)
  return (name: LetterField) => ({ ...field(name), name: `${name === 'name' ? 'signer' : name}.${slug}` })
}

/** The errors of one that came back, for the summary above the forms. */
export function letterErrors(draft: FormState, locale: Locale): { field: string | null; text: string }[] {
  const field = letterFields(draft.values.letter ?? '', draft, locale)
  // The name is the member's own, and no field.
  const taken = draft.errors.organisation ? [translator(locale, 'letters.errors')('organisation.taken')] : []
  const ofFields = fields.flatMap((one) => {
    const { name, errors = [] } = field(one)
    return errors.map((text) => ({ field: name, text }))
  })
  return [...taken.map((text) => ({ field: null, text })), ...ofFields]
}
