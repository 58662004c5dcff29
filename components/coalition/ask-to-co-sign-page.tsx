import { CountryField, EmailField } from '@/components/site/contact-fields'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextField } from '@/components/ui/text-field'
import { askFields } from '@/lib/coalition/ask-to-co-sign/read-ask'
import type { LetterPage } from '@/lib/coalition/find-letter'
import { coSignatureLimits as limits } from '@/lib/coalition/read-co-signature'
import type { FormState } from '@/lib/integrity/form-state'
import { fieldsOf, formErrors } from '@/messages/form-errors'
import { type Locale, translator } from '@/messages/translator'
import { LetterHead } from './letter-head'

/** The form by which an organisation requests a link to sign a letter, or the reason why it cannot. */
export function AskToCoSignPage(props: { letter: LetterPage; draft: FormState; locale: Locale }) {
  const { letter, draft, locale } = props
  const t = translator(locale, 'letters')
  const isOpen = letter.status === 'open'
  const errors = isOpen ? formErrors('letters', draft.errors, askFields, locale) : []
  return (
    <article className="max-w-[62ch]">
      {errors.length > 0 && <ErrorSummary title={t('coSign.problem')} errors={errors} />}
      <LetterHead letter={letter} locale={locale} />
      <p className="mt-2">
        <a href={`/${locale}/letters/${letter.slug}`} className="inline-flex min-h-11 items-center">
          {t('status.read')}
        </a>
      </p>
      <section
        aria-labelledby="co-sign-title"
        className="mt-6 border-t-2 border-accent bg-panel px-5 py-6 max-sm:-mx-5 sm:px-8"
      >
        <h2 id="co-sign-title">{isOpen ? t('coSign.title') : t('status.closed.title')}</h2>
        {isOpen ? <Ask {...props} /> : <p className="mt-3">{t('status.closed.lead')}</p>}
      </section>
    </article>
  )
}

function Ask({ letter, draft, locale }: { letter: LetterPage; draft: FormState; locale: Locale }) {
  const t = translator(locale, 'letters.ask')
  const form = translator(locale, 'letters.coSign')
  const { values, errors } = draft
  const field = fieldsOf<(typeof askFields)[number]>('letters', errors, locale)
  return (
    <>
      <p className="mt-3">{t('lead')}</p>
      <form method="post" action="/api/v1/co-sign-requests" acceptCharset="UTF-8" noValidate className="mt-5 space-y-5">
        <TextField
          words={{ ...field('organisation'), label: form('organisation.label'), hint: form('organisation.hint') }}
          autoComplete="organization"
          maxLength={limits.organisation}
          defaultValue={values.organisation}
          required
        />
        <CountryField
          words={{ ...field('country'), label: form('country.label'), hint: form('country.hint') }}
          locale={locale}
          none={form('country.none')}
          defaultValue={values.country ?? ''}
        />
        <EmailField
          words={{ ...field('email'), label: form('email.label'), hint: t('hint') }}
          maxLength={limits.email}
          defaultValue={values.email}
        />
        <p className="text-small leading-normal text-muted">{t('what')}</p>
        <input type="hidden" name="letter" value={letter.slug} />
        <input type="hidden" name="locale" value={locale} />
        <Button pending={translator(locale, 'form')('pending')}>{t('submit')}</Button>
      </form>
    </>
  )
}
