import { NeededFields, OptionalFields, SenderFields } from '@/components/petitions/signature-fields'
import { Button } from '@/components/ui/button'
import type { FormState } from '@/lib/integrity/form-state'
import type { WaitingForm } from '@/lib/signatures/find-by-token'
import type { PersonalData } from '@/lib/signatures/signature-form'
import { type Locale, translator } from '@/messages/translator'

interface Props {
  token: string
  locale: Locale
  form: WaitingForm
  own: PersonalData
  /** `formTime` */
  made: string
  /** Corrections that came back with what is wrong. */
  draft: FormState
}

/** Corrects what a form holds and confirms it, in one step. The address stays: it is the one that gets confirmed. */
export function EditPendingForm({ token, locale, form, own, made, draft }: Props) {
  const say = translator(locale, 'signature.pending')
  const back = Object.keys(draft.values).length > 0
  const shown = back ? draft : { ...draft, values: typedValues(form, own) }
  return (
    <details open={back} className="mt-8 border-y border-rule">
      <summary className="flex min-h-11 items-center py-2 underline underline-offset-4">{say('correct')}</summary>
      <form method="post" action="/api/v1/confirmations" acceptCharset="UTF-8" noValidate className="space-y-5 pb-5">
        <p>{say('address', { email: own.email })}</p>
        <NeededFields state={shown} locale={locale} editing />
        <OptionalFields state={shown} locale={locale} editing />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="correct" value="on" />
        <SenderFields locale={locale} made={made} />
        <Button pending={translator(locale, 'form')('pending')}>{say('correctButton')}</Button>
      </form>
    </details>
  )
}

/** The form's values, as they were typed. */
function typedValues({ country, display, updates }: WaitingForm, own: PersonalData): Record<string, string> {
  const held = Object.entries({
    ...own,
    country,
    display,
    neutral: own.neutral === 1 ? 'on' : '',
    updates: updates ? 'on' : '',
  })
  return Object.fromEntries(held.map(([field, value]) => [field, value ?? '']))
}
