import { CountryField, EmailField } from '@/components/site/contact-fields'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choices'
import { TextField } from '@/components/ui/text-field'
import type { InvitationStatus } from '@/lib/coalition/find-invitation'
import { dateInWords } from '@/lib/coalition/partial-date'
import { type coSignatureFields, coSignatureLimits as limits } from '@/lib/coalition/read-co-signature'
import type { FormState } from '@/lib/integrity/form-state'
import { fieldsOf } from '@/messages/form-errors'
import { type Locale, translator } from '@/messages/translator'
import { SignatoryFields } from './signatory-fields'

/** The form in which a representative confirms the organisation's name, and their own name, role and authority. */
export function CoSignForm(props: { invitation: InvitationStatus; token: string; draft: FormState; locale: Locale }) {
  const { invitation, token, draft, locale } = props
  const t = translator(locale, 'letters.coSign')
  const ask = translator(locale, 'letters.ask')
  const date = dateInWords({ on: invitation.expiresAt, precision: 'day' }, locale)
  const { values, errors } = draft
  const cameBack = Object.keys(errors).length > 0
  const field = fieldsOf<(typeof coSignatureFields)[number]>('letters', errors, locale)
  return (
    <>
      <p className="mt-3">
        {invitation.asked ? ask('asked') : t('lead', { organisation: `\u2068${invitation.organisation}\u2069` })}
      </p>
      <p className="mt-1 text-small text-muted">{invitation.asked ? ask('until', { date }) : t('until', { date })}</p>
      <form method="post" action="/api/v1/co-signatures" acceptCharset="UTF-8" noValidate className="mt-5 space-y-5">
        <TextField
          words={{ ...field('organisation'), label: t('organisation.label'), hint: t('organisation.hint') }}
          autoComplete="organization"
          maxLength={limits.organisation}
          defaultValue={values.organisation ?? invitation.organisation}
          required
        />
        <CountryField
          words={{ ...field('country'), label: t('country.label'), hint: t('country.hint') }}
          locale={locale}
          none={t('country.none')}
          defaultValue={cameBack ? (values.country ?? '') : (invitation.country ?? '')}
        />
        <SignatoryFields field={field} values={values} locale={locale} />
        <EmailField
          words={{ ...field('email'), label: t('email.label'), hint: t('email.hint') }}
          maxLength={limits.email}
          defaultValue={values.email}
        />
        <Checkbox
          words={{ ...field('authority'), label: t('authority.label') }}
          defaultChecked={values.authority === 'on'}
          required
        />
        <p className="text-small leading-normal text-muted">{t('what')}</p>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <Button pending={translator(locale, 'form')('pending')}>{t('submit')}</Button>
      </form>
    </>
  )
}
