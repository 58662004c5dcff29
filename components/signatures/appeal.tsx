import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-field'
import { LONGEST_APPEAL } from '@/lib/signatures/appeal'
import { type Locale, words } from '@/messages/words'

/** A word to the coalition about a signature that is held or was removed. */
export function Appeal({ token, locale, written }: { token: string; locale: Locale; written: boolean }) {
  const t = words(locale, 'own.appeal')
  return (
    <section className="mt-8">
      <h2>{t('title')}</h2>
      {written && <p className="mt-3 border-s-4 border-accent bg-panel px-4 py-3">{t('received')}</p>}
      <form method="post" action="/api/v1/appeals" className="mt-3 space-y-4">
        <TextArea
          words={{ name: 'appeal', label: t('label'), hint: t('hint'), errorWord: words(locale, 'form')('error') }}
          rows={5}
          maxLength={LONGEST_APPEAL}
          required
        />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <Button look="quiet" pending={words(locale, 'form')('pending')}>
          {t('button')}
        </Button>
      </form>
    </section>
  )
}
