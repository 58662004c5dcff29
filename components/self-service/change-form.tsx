import { DisplayChoice } from '@/components/petitions/signature-fields'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choices'
import { TextField } from '@/components/ui/text-field'
import type { SelfServiceSignature } from '@/lib/self-service/find-self-service'
import { limits } from '@/lib/signatures/signature-form'
import { type Locale, translator } from '@/messages/translator'

/** Name, how it appears, updates, comment: what can be changed without signing again. */
export function ChangeForm({
  session,
  signature,
  locale,
}: {
  session: string
  signature: SelfServiceSignature
  locale: Locale
}) {
  const t = translator(locale, 'own.change')
  const form = translator(locale, 'form')
  // A page may hold several of these forms, and the name of a field is its id.
  const field = (name: string) => ({ name: `${name}.${signature.petitionSlug}`, errorWord: form('error') })
  return (
    <details className="border-b border-rule">
      <summary className="flex min-h-11 items-center py-2 underline underline-offset-4">{t('open')}</summary>
      <form method="post" action="/api/v1/my-signature/changes" noValidate className="space-y-5 pb-5">
        <TextField
          words={{ ...field('name'), label: form('name.label') }}
          maxLength={limits.name}
          defaultValue={signature.record.name}
          required
        />
        <DisplayChoice words={field('display')} locale={locale} chosen={signature.display} />
        <Checkbox
          words={{ ...field('neutral'), label: form('neutral.label') }}
          defaultChecked={signature.record.neutral === 1}
        />
        <Checkbox words={{ ...field('updates'), label: form('updates.label') }} defaultChecked={signature.updates} />
        {signature.record.comment !== null && (
          <Checkbox words={{ ...field('forgetComment'), label: t('forgetComment') }} />
        )}
        <input type="hidden" name="session" value={session} />
        <input type="hidden" name="petition" value={signature.petitionSlug} />
        <input type="hidden" name="locale" value={locale} />
        <Button look="quiet" pending={form('pending')}>
          {t('button')}
        </Button>
        <p className="text-small text-muted">{t('ledger')}</p>
      </form>
    </details>
  )
}
