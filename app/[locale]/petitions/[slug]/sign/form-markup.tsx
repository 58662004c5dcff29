import { SignErrors } from '@/components/petitions/sign-errors'
import { SignForm } from '@/components/petitions/sign-form'
import type { FormState } from '@/lib/integrity/form-state'
import { formTime } from '@/lib/integrity/form-time'
import { limits, signatureFields, type TypedField, typedFields } from '@/lib/signatures/signature-form'
import { cacheMarkup } from '@/lib/web/cached-markup'
import type { Filled } from '@/lib/web/zip-markup'
import type { Locale } from '@/messages/translator'

const chosenFields = signatureFields.filter((name) => name !== 'text' && !(typedFields as string[]).includes(name))

interface Shape extends FormState {
  /** Without what was typed. */
  values: Record<string, string>
  /** Which fields have something typed in them. */
  filled: TypedField[]
  slug: string
  /** Hash of the text that is signed. */
  text: string
  locale: Locale
}

const kept = cacheMarkup([...typedFields, 'made'], ({ slug, text, locale, errors, ...shape }: Shape, facts) => {
  const values = { ...shape.values, ...Object.fromEntries(shape.filled.map((name) => [name, facts[name]])) }
  return (
    <SignForm
      petition={{ slug, text: { sha256: text } }}
      locale={locale}
      draft={{ values, errors }}
      made={facts.made}
    />
  )
})

/** The sign form with one person's values: rendered once for all whose forms differ only in what they typed. */
export function formMarkup(slug: string, text: string, locale: Locale, { values, errors }: FormState): Filled {
  const filled = typedFields.filter((name) => values[name])
  // Choices have few values, all of them short: others choose nothing, and are not kept.
  const chosen = chosenFields.flatMap((name) => (values[name] ? [[name, values[name].slice(0, limits.via)]] : []))
  const empty = typedFields.flatMap((name) => (values[name] === '' ? [[name, '']] : []))
  const { comment = '' } = values
  return {
    markup: kept({ slug, text, locale, errors, filled, values: Object.fromEntries([...chosen, ...empty]) }),
    // A parser drops a newline at the start of a text area: as React does, one is put before it.
    facts: {
      ...Object.fromEntries(typedFields.map((name) => [name, values[name] ?? ''])),
      comment: comment.startsWith('\n') ? `\n${comment}` : comment,
      made: formTime(new Date()),
    },
  }
}

/** The errors of a sign form that came back. */
export const errorsMarkup = cacheMarkup(
  [],
  (props: { errors: FormState['errors']; isOpen: boolean; locale: Locale }) => <SignErrors {...props} />,
)
