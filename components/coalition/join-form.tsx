import { CountryField, EmailField } from '@/components/site/contact-fields'
import { Button } from '@/components/ui/button'
import { Checkbox, Choices } from '@/components/ui/choices'
import { TextArea, TextField } from '@/components/ui/text-field'
import { type applicationFields, applicationLimits as limits } from '@/lib/coalition/read-application'
import type { FormState } from '@/lib/integrity/form-state'
import { fieldsOf } from '@/messages/form-errors'
import { type Locale, translator } from '@/messages/translator'

/** The application to join. Posts to a fixed address, so that the form on a cached page always works. */
export function JoinForm({ draft, locale }: { draft: FormState; locale: Locale }) {
  const t = translator(locale, 'join')
  const form = translator(locale, 'form')
  const { values, errors } = draft
  const field = fieldsOf<(typeof applicationFields)[number]>('join', errors, locale)
  const optional = <span className="font-normal text-muted"> ({form('optional')})</span>
  return (
    <form method="post" action="/api/v1/applications" acceptCharset="UTF-8" noValidate className="space-y-5">
      <Choices
        words={{ ...field('kind'), label: t('kind.label') }}
        options={(['organization', 'individual'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
        chosen={values.kind ?? ''}
      />
      <TextField
        words={{ ...field('name'), label: t('name.label'), hint: t('name.hint') }}
        maxLength={limits.name}
        defaultValue={values.name}
        required
      />
      <TextField
        words={{ ...field('contact'), label: t('contact.label'), hint: t('contact.hint') }}
        autoComplete="name"
        maxLength={limits.contact}
        defaultValue={values.contact}
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
      <TextField
        words={{
          ...field('website'),
          label: (
            <>
              {t('website.label')}
              {optional}
            </>
          ),
        }}
        inputMode="url"
        dir="ltr"
        autoComplete="url"
        spellCheck={false}
        maxLength={limits.website}
        defaultValue={values.website}
      />
      <TextArea
        words={{ ...field('comment'), label: t('comment.label'), hint: t('comment.hint') }}
        rows={5}
        defaultValue={values.comment}
        required
      />
      <Checkbox
        words={{ ...field('consent'), label: t('consent.label') }}
        defaultChecked={values.consent === 'on'}
        required
      />
      <p className="text-small leading-normal text-muted">{t('consent.data')}</p>
      <input type="hidden" name="locale" value={locale} />
      <Button pending={form('pending')}>{t('submit')}</Button>
    </form>
  )
}
