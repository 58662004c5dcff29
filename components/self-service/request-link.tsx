import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextField } from '@/components/ui/text-field'
import { limits } from '@/lib/signatures/signature-form'
import { type Locale, translator } from '@/messages/translator'

/** Asks for a private link. What it says is the same for everyone: it knows nobody. */
export function RequestLink({ locale, wrong = false }: { locale: Locale; wrong?: boolean }) {
  const t = translator(locale, 'own.request')
  const form = translator(locale, 'form')
  const errors = wrong ? [form('errors.email.invalid')] : []
  return (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      {wrong && <ErrorSummary title={form('problem')} errors={errors.map((text) => ({ field: 'email', text }))} />}
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      <form method="post" action="/api/v1/my-signature/links" noValidate className="mt-6 space-y-5">
        <TextField
          words={{ name: 'email', label: t('email'), hint: t('hint'), errors, errorWord: form('error') }}
          type="email"
          dir="ltr"
          autoComplete="email"
          spellCheck={false}
          maxLength={limits.email}
          required
        />
        <input type="hidden" name="locale" value={locale} />
        <Button pending={form('pending')}>{t('button')}</Button>
      </form>
      <p className="mt-6 text-small text-muted">{t('same')}</p>
    </div>
  )
}
