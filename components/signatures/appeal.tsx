import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-field'
import { MAX_APPEAL_LENGTH } from '@/lib/signatures/appeal'
import { type Locale, translator } from '@/messages/translator'

/** A word to the coalition about a signature that is held or was removed. */
export function Appeal({ token, locale, written }: { token: string; locale: Locale; written: boolean }) {
  const t = translator(locale, 'own.appeal')
  return (
    <section className="mt-8">
      <h2>{t('title')}</h2>
      {written && <p className="mt-3 border-s-4 border-accent bg-panel px-4 py-3">{t('received')}</p>}
      <form method="post" action="/api/v1/appeals" className="mt-3 space-y-4">
        <TextArea
          words={{ name: 'appeal', label: t('label'), hint: t('hint'), errorWord: translator(locale, 'form')('error') }}
          rows={5}
          maxLength={MAX_APPEAL_LENGTH}
          required
        />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <Button look="quiet" pending={translator(locale, 'form')('pending')}>
          {t('button')}
        </Button>
      </form>
    </section>
  )
}
