import { EmailField } from '@/components/site/contact-fields'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { limits } from '@/lib/signatures/signature-form'
import { type Locale, translator } from '@/messages/translator'

interface Props {
  locale: Locale
  /** Why it is asked for here, in place of what the page is for. */
  says?: 'dead' | 'closed'
  /** The typed text is no address. */
  wrong?: boolean
}

/** Asks for a link to a member's own page. What it says is the same for everyone: it knows nobody. */
export function RequestMemberLink({ locale, says, wrong = false }: Props) {
  const t = translator(locale, 'memberPage.request')
  const form = translator(locale, 'form')
  const errors = wrong ? [form('errors.email.invalid')] : []
  return (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{says ? translator(locale, 'memberPage')(`${says}.title`) : t('title')}</h1>
      {wrong && <ErrorSummary title={form('problem')} errors={errors.map((text) => ({ field: 'email', text }))} />}
      <p className="mt-5 font-serif text-lead">{says ? translator(locale, 'memberPage')(`${says}.lead`) : t('lead')}</p>
      <form method="post" action="/api/v1/member-links" noValidate className="mt-6 space-y-5">
        <EmailField
          words={{ name: 'email', label: form('email.label'), hint: t('hint'), errors, errorWord: form('error') }}
          maxLength={limits.email}
        />
        <input type="hidden" name="locale" value={locale} />
        <Button pending={form('pending')}>{t('button')}</Button>
      </form>
      <p className="mt-6 text-small text-muted">{t('same')}</p>
    </div>
  )
}
