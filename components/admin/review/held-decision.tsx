import type { ReactNode } from 'react'
import { t } from '../words'
import { Key, ReviewButton } from './review-button'

type Action = (form: FormData) => Promise<void>

interface Props {
  /** The keys of all that are shown. */
  keys: string[]
  /** The review session, sealed. */
  review: string
  alone: boolean
  actions: Record<'decide' | 'skipHeld' | 'regroup' | 'leave', Action>
  /** The signatures, with a tick box (`key`) for each if there are several. */
  children: ReactNode
}

/** The form that decides on held signatures. Every button has a shortcut, and works without scripts. */
export function HeldDecision({ keys, review, alone, actions, children }: Props) {
  const several = keys.length > 1
  const shown = (
    <>
      <input type="hidden" name="review" value={review} />
      {keys.map((key) => (
        <input key={key} type="hidden" name="shown" value={key} />
      ))}
    </>
  )
  return (
    <div className="panel">
      <form action={actions.decide}>
        {shown}
        {!several && <input type="hidden" name="key" value={keys[0]} />}
        {children}
        <div className="decide">
          <ReviewButton shortcut="a" className="main" name="verdict" value="release">
            {several ? t('review.releaseSelected') : t('common.release')}
          </ReviewButton>
          <details name="remove">
            <summary className="button" aria-keyshortcuts="r">
              {several ? t('review.removeSelected') : t('review.remove')} <Key>{t('review.r')}</Key>
            </summary>
            <div className="row">
              <ReviewButton shortcut="1" className="danger" name="verdict" value="fraud">
                {t('review.fraudulent')}
              </ReviewButton>
              <ReviewButton shortcut="2" className="danger" name="verdict" value="duplicate">
                {t('review.duplicate')}
              </ReviewButton>
            </div>
          </details>
          <ReviewButton shortcut="s" formAction={actions.skipHeld}>
            {t('common.skip')}
          </ReviewButton>
          {(several || alone) && (
            <ReviewButton shortcut="o" formAction={actions.regroup}>
              {alone ? t('review.groupAlike') : t('review.oneByOne')}
            </ReviewButton>
          )}
        </div>
        <p className="hint">{t('review.aDecisionTakesEffect')}</p>
      </form>
      {/* A separate form, so that Enter in the note does not press Release. */}
      <details>
        <summary className="button" aria-keyshortcuts="h">
          {several ? t('review.leaveAllHeld') : t('review.leaveHeld')} <Key>h</Key>
        </summary>
        <form action={actions.leave} className="row">
          {shown}
          <label>
            {t('review.noteNoNames')} <input name="note" required maxLength={200} size={40} />
          </label>
          <button type="submit">{t('review.leaveForThirtyDays')}</button>
        </form>
      </details>
    </div>
  )
}
