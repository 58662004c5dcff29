import { type Locale, translator } from '@/messages/translator'

const good = ['changed', 'withdrawn'] as const
const wrong = {
  name_missing: 'missing',
  name_too_long: 'too_long',
  name_bad_characters: 'bad_characters',
  name_direction_marks: 'direction_marks',
} as const

/** The result or error of the last act, on top of the page and read out. */
export function Notice({ code, locale }: { code: string | null; locale: Locale }) {
  if (code === null) return null
  const done = good.find((word) => word === code)
  const text = done ? translator(locale, 'own.notice')(done) : errorText(code, locale)
  return (
    <p
      role={done ? 'status' : 'alert'}
      tabIndex={-1}
      data-focus
      className={`mt-6 border-s-4 bg-panel px-4 py-3 font-semibold ${done ? 'border-accent' : 'border-wrong text-wrong'}`}
    >
      {text}
    </p>
  )
}

function errorText(code: string, locale: Locale): string {
  const reason = wrong[code as keyof typeof wrong]
  return reason
    ? translator(locale, 'form.errors')(`name.${reason}`)
    : translator(locale, 'form.errors')('form.unknown')
}
