import { countriesByName } from '@/components/site/country-names'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choices'
import { SelectField, TextField } from '@/components/ui/text-field'
import type { InvitationStatus } from '@/lib/coalition/find-invitation'
import { dateInWords } from '@/lib/coalition/loose-date'
import { coSignatureLimits as limits } from '@/lib/coalition/read-co-signature'
import type { Draft } from '@/lib/signatures/seal-draft'
import { type Locale, words } from '@/messages/words'
import { formError } from './form-error'

export const coSignFields = ['organisation', 'country', 'name', 'role', 'email', 'authority'] as const

/** The representative confirms the organisation's name, and their own name, role and authority. */
export function CoSignForm(props: { invitation: InvitationStatus; token: string; draft: Draft; locale: Locale }) {
  const { invitation, token, draft, locale } = props
  const t = words(locale, 'letters.coSign')
  const { values, errors } = draft
  const cameBack = Object.keys(errors).length > 0
  const field = (name: (typeof coSignFields)[number]) => ({
    name,
    errorWord: words(locale, 'form')('error'),
    errors: errors[name]?.map((code) => formError('letters', name, code, locale)),
  })
  return (
    <>
      <p className="mt-3">{t('lead', { organisation: `\u2068${invitation.organisation}\u2069` })}</p>
      <p className="mt-1 text-small text-muted">
        {t('until', { date: dateInWords({ on: invitation.expiresAt, precision: 'day' }, locale) })}
      </p>
      <form method="post" action="/api/v1/co-signatures" acceptCharset="UTF-8" noValidate className="mt-5 space-y-5">
        <TextField
          words={{ ...field('organisation'), label: t('organisation.label'), hint: t('organisation.hint') }}
          autoComplete="organization"
          maxLength={limits.organisation}
          defaultValue={values.organisation ?? invitation.organisation}
          required
        />
        <SelectField
          words={{ ...field('country'), label: t('country.label'), hint: t('country.hint') }}
          defaultValue={cameBack ? (values.country ?? '') : (invitation.country ?? '')}
        >
          <option value="">{t('country.none')}</option>
          {countriesByName(locale).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          words={{ ...field('name'), label: t('name.label') }}
          autoComplete="name"
          maxLength={limits.name}
          defaultValue={values.name}
          required
        />
        <TextField
          words={{ ...field('role'), label: t('role.label') }}
          autoComplete="organization-title"
          maxLength={limits.role}
          defaultValue={values.role}
          required
        />
        <TextField
          words={{ ...field('email'), label: t('email.label'), hint: t('email.hint') }}
          type="email"
          dir="ltr"
          autoComplete="email"
          spellCheck={false}
          maxLength={limits.email}
          defaultValue={values.email}
          required
        />
        <Checkbox
          words={{ ...field('authority'), label: t('authority.label') }}
          defaultChecked={values.authority === 'on'}
          required
        />
        <p className="text-small leading-normal text-muted">{t('what')}</p>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <Button pending={words(locale, 'form')('pending')}>{t('submit')}</Button>
      </form>
    </>
  )
}
