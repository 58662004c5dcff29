import { Button } from '@/components/ui/button'
import type { WaitingForm } from '@/lib/signatures/find-by-token'
import { type Locale, translator } from '@/messages/translator'

/** Whether there will be a reminder of a form that is not confirmed, and a button to have none. */
export function Reminder({
  token,
  locale,
  reminder,
}: {
  token: string
  locale: Locale
  reminder: WaitingForm['reminder']
}) {
  const t = translator(locale, 'signature.reminder')
  if (reminder === null) return null
  if (reminder === 'refused') return <p className="mt-4 text-muted">{t('none')}</p>
  return (
    <form method="post" action="/api/v1/reminder-refusals" className="mt-4">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="locale" value={locale} />
      <p className="text-muted">{t('once')}</p>
      <p className="mt-3">
        <Button look="quiet" pending={translator(locale, 'form')('pending')}>
          {t('refuse')}
        </Button>
      </p>
    </form>
  )
}
