import { CountryField, EmailField } from '@/components/site/contact-fields'
import { Button } from '@/components/ui/button'
import { Checkbox, Choices } from '@/components/ui/choices'
import { TextArea, TextField } from '@/components/ui/text-field'
import type { FormState } from '@/lib/integrity/form-state'
import { formTime } from '@/lib/integrity/form-time'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { limits } from '@/lib/signatures/read-form'
import { fieldsOf } from '@/messages/form-errors'
import { type Locale, translator } from '@/messages/translator'

export const signFields = ['name', 'email', 'country', 'display', 'comment', 'consent'] as const

/** The form by which one signs. An ordinary post to a stable address: it needs no script. */
export function SignForm({ petition, locale, draft }: { petition: PetitionView; locale: Locale; draft: FormState }) {
  const t = translator(locale, 'form')
  const { values, errors } = draft
  const field = fieldsOf<(typeof signFields)[number] | 'updates'>('form', errors, locale)
  const optional = <span className="font-normal text-muted"> ({t('optional')})</span>
  return (
    <form
      id="sign"
      method="post"
      action={`/api/v1/petitions/${petition.slug}/signatures`}
      acceptCharset="UTF-8"
      noValidate
      className="space-y-4"
    >
      <TextField
        words={{ ...field('name'), label: t('name.label') }}
        autoComplete="name"
        maxLength={limits.name}
        defaultValue={values.name}
        required
      />
      <EmailField
        words={{ ...field('email'), label: t('email.label'), hint: t('email.hint') }}
        maxLength={limits.email}
        defaultValue={values.email}
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
      <details open={Boolean(values.comment || errors.comment)} className="group">
        <summary className="py-2 font-semibold">
          {t('comment.open')}
          {optional}
        </summary>
        <TextArea
          words={{ ...field('comment'), label: t('comment.label'), hint: t('comment.hint') }}
          rows={4}
          maxLength={limits.comment}
          defaultValue={values.comment}
        />
      </details>
      <Checkbox
        words={{
          ...field('updates'),
          label: (
            <>
              {t('updates.label')}
              {optional}
            </>
          ),
        }}
        defaultChecked={values.updates === 'on'}
      />
      <Checkbox
        words={{ ...field('consent'), label: t('consent.label') }}
        defaultChecked={values.consent === 'on'}
        required
      />
      <p className="text-small leading-normal text-muted">{t('consent.data')}</p>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="text" value={petition.text.sha256} />
      <input type="hidden" name="made" value={formTime(new Date())} />
      <div className="hidden">
        <label>
          {t('trap')} <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      {values.via && <input type="hidden" name="via" value={values.via} />}
      <Button pending={t('pending')}>{t('submit')}</Button>
      <p className="text-small leading-normal text-muted">{t('next')}</p>
    </form>
  )
}
