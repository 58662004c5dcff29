import type { AppealView } from '@/lib/review/open-appeal'
import { t } from '../words'
import { AppealOne } from './appeal-one'
import { Key, ReviewButton } from './review-button'

interface Props {
  appeal: AppealView
  /** The review session, sealed. */
  review: string
  actions: Record<'decideAppeal' | 'skipAppeal', (form: FormData) => Promise<void>>
}

/**
 * An appeal and its possible answers, each beside the text that its signer gets. Every button has a shortcut, and works
 * without scripts.
 */
export function AppealDecision({ appeal, review, actions }: Props) {
  const { key, state, appealedAt } = appeal
  const held = state === 'held'
  const hidden = { review, key, state, appealedAt: appealedAt.toISOString() }
  return (
    <form action={actions.decideAppeal} className="panel">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <AppealOne appeal={appeal} />
      <div className="decide">
        <ReviewButton shortcut="a" className="main" name="answer" value="counts">
          {held ? t('common.release') : t('signatures.restore2')}
        </ReviewButton>
        <details>
          <summary className="button" aria-keyshortcuts="r">
            {held ? t('review.remove') : t('review.staysRemoved')} <Key>{t('review.r')}</Key>
          </summary>
          <div className="row">
            <ReviewButton shortcut="1" className={held ? 'danger' : undefined} name="answer" value="fraud">
              {t('review.fraudulent')}
            </ReviewButton>
            <ReviewButton shortcut="2" className={held ? 'danger' : undefined} name="answer" value="duplicate">
              {t('review.duplicate')}
            </ReviewButton>
          </div>
        </details>
        {held && (
          <ReviewButton shortcut="h" name="answer" value="waits">
            {t('review.staysHeld')}
          </ReviewButton>
        )}
        <ReviewButton shortcut="s" formAction={actions.skipAppeal}>
          {t('common.skip')}
        </ReviewButton>
      </div>
      <p className="hint">{t(held ? 'review.signerOfHeldReads' : 'review.signerOfRemovedReads')}</p>
    </form>
  )
}
