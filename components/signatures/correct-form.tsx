import { CountryField } from '@/components/site/contact-fields'
import { Button } from '@/components/ui/button'
import { Checkbox, Choices } from '@/components/ui/choices'
import { TextArea, TextField } from '@/components/ui/text-field'
import type { FormState } from '@/lib/integrity/form-state'
import { formTime } from '@/lib/integrity/form-time'
import type { WaitingForm } from '@/lib/signatures/find-by-token'
import { limits } from '@/lib/signatures/read-form'
import type { TypedForm } from '@/lib/signatures/typed-form'
import { fieldsOf } from '@/messages/form-errors'
import { type Locale, translator } from '@/messages/translator'

export const correctFields = ['name', 'country', 'display', 'comment'] as const

interface Props {
  token: string
  locale: Locale
  form: WaitingForm
  own: TypedForm
  /** Corrections that came back with what is wrong. */
  draft: FormState
}

/** Puts right what a form holds and confirms it, in one step. The address stays: it is the one that gets confirmed. */
export function CorrectForm({ token, locale, form, own, draft }: Props) {
  const t = translator(locale, 'form')
  const say = translator(locale, 'signature.pending')
  const back = Object.keys(draft.values).length > 0
  const updates = form.updates ? 'on' : ''
  const held = { name: own.name, country: form.country, display: form.display, comment: own.comment ?? '', updates }
  const values: Record<string, string> = back ? draft.values : held
  const field = fieldsOf<(typeof correctFields)[number] | 'updates'>('form', draft.errors, locale)
  return (
    <details open={back} className="mt-8 border-y border-rule">
      <summary className="flex min-h-11 items-center py-2 underline underline-offset-4">{say('correct')}</summary>
      <form method="post" action="/api/v1/confirmations" acceptCharset="UTF-8" noValidate className="space-y-5 pb-5">
        <p>{say('address', { email: own.email })}</p>
        <TextField
          words={{ ...field('name'), label: t('name.label') }}
          autoComplete="name"
          maxLength={limits.name}
          defaultValue={values.name}
          required
        />
        <CountryField
          words={{ ...field('country'), label: t('country.label') }}
          locale={locale}
          none={t('country.choose')}
          autoComplete="country"
          defaultValue={values.country ?? ''}
          required
        />
        <Choices
          words={{ ...field('display'), label: t('display.label'), hint: t('display.hint') }}
          options={(['full', 'initials', 'hidden'] as const).map((value) => ({
            value,
            label: t(`display.${value}`),
            hint: t(`display.risk.${value}`),
          }))}
          chosen={values.display ?? 'initials'}
        />
        <TextArea
          words={{ ...field('comment'), label: t('comment.label'), hint: t('comment.hint') }}
          rows={4}
          maxLength={limits.comment}
          defaultValue={values.comment}
        />
        <Checkbox words={{ ...field('updates'), label: t('updates.label') }} defaultChecked={values.updates === 'on'} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="correct" value="on" />
        <input type="hidden" name="made" value={formTime(new Date())} />
        <div className="hidden">
          <label>
            {t('trap')} <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </div>
        <Button pending={t('pending')}>{say('correctButton')}</Button>
      </form>
    </details>
  )
}
