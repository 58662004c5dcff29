import { SignErrors } from '@/components/petitions/sign-errors'
import { SignForm } from '@/components/petitions/sign-form'
import type { FormState } from '@/lib/integrity/form-state'
import { formTime } from '@/lib/integrity/form-time'
import { limits } from '@/lib/signatures/signature-form'
import { cacheMarkup } from '@/lib/web/cached-markup'
import type { Filled } from '@/lib/web/zip-markup'
import type { Locale } from '@/messages/translator'

/** What people type; the rest of a form is chosen from what it offers. */
const typed = ['name', 'email', 'comment'] as const
const options = ['country', 'display', 'neutral', 'consent', 'updates', 'via'] as const

interface Shape extends FormState {
  /** Without what was typed. */
  values: Record<string, string>
  /** Which fields have something typed in them. */
  filled: (typeof typed)[number][]
  slug: string
  /** Hash of the text that is signed. */
  text: string
  locale: Locale
}

const kept = cacheMarkup([...typed, 'made'], ({ slug, text, locale, errors, ...shape }: Shape, facts) => {
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
  const filled = typed.filter((name) => values[name])
  // What is chosen has few values, all of them short: others choose nothing, and are not kept.
  const chosen = options.flatMap((name) => (values[name] ? [[name, values[name].slice(0, limits.via)]] : []))
  const empty = typed.flatMap((name) => (values[name] === '' ? [[name, '']] : []))
  const { name = '', email = '', comment = '' } = values
  return {
    markup: kept({ slug, text, locale, errors, filled, values: Object.fromEntries([...chosen, ...empty]) }),
    // A parser drops a newline at the start of a text area: as React does, one is put before it.
    facts: { name, email, comment: comment.startsWith('\n') ? `\n${comment}` : comment, made: formTime(new Date()) },
  }
}

/** What is wrong with a sign form that came back. */
export const errorsMarkup = cacheMarkup(
  [],
  (props: { errors: FormState['errors']; isOpen: boolean; locale: Locale }) => <SignErrors {...props} />,
)
