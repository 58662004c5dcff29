import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-field'
import { MAX_APPEAL_LENGTH } from '@/lib/signatures/appeal'
import type { AppealAnswer as Answer } from '@/lib/signatures/appeal-answer'
import { type Locale, translator } from '@/messages/translator'
import type { OwnSignature } from './own-signature'

/** A word to the coalition about a signature that is held or was removed, and what was answered. */
export function Appeal({ token, locale, signature }: OwnSignature) {
  const t = translator(locale, 'own.appeal')
  return (
    <section className="mt-8">
      <h2>{t('title')}</h2>
      {signature.answer ? (
        <AppealAnswer locale={locale} state={signature.state} answer={signature.answer} />
      ) : (
        signature.appealed && <p className={said}>{t('received')}</p>
      )}
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

const said = 'mt-3 border-s-4 border-accent bg-panel px-4 py-3'

/** In which states of the signature an answer is still true. */
const trueIn: Record<Answer, string[]> = {
  counts: ['confirmed', 'counted'],
  waits: ['held'],
  fraud: ['removed'],
  duplicate: ['removed'],
}

/** The coalition's answer; nothing if the signature has changed since. */
export function AppealAnswer({ locale, state, answer }: { locale: Locale; state: string; answer: Answer }) {
  if (!trueIn[answer].includes(state)) return null
  return <p className={said}>{translator(locale, 'own.appeal.answer')(answer)}</p>
}
