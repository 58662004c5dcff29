import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { limits } from '@/lib/signatures/signature-form'
import { type Locale, translator } from '@/messages/translator'

/** Requests a mail again. The same for everybody: neither the page nor the answer knows what was sent to whom. */
export function RequestResend({ action, locale }: { action: string; locale: Locale }) {
  const t = translator(locale, 'requestResend')
  const form = translator(locale, 'form')
  return (
    <details className="mt-8 border-y border-rule">
      <summary className="flex min-h-11 items-center py-2 underline underline-offset-4">{t('title')}</summary>
      <form method="post" action={action} noValidate className="space-y-5 pb-5">
        <p>{t('lead')}</p>
        <TextField
          words={{ name: 'email', label: form('email.label'), errorWord: form('error') }}
          type="email"
          dir="ltr"
          autoComplete="email"
          spellCheck={false}
          maxLength={limits.email}
          required
        />
        <input type="hidden" name="again" value="on" />
        <input type="hidden" name="locale" value={locale} />
        <Button look="quiet" pending={form('pending')}>
          {t('button')}
        </Button>
      </form>
    </details>
  )
}
