import type { ReactNode } from 'react'
import { Key, ReviewButton } from './review-button'

type Action = (form: FormData) => Promise<void>

interface Props {
  /** All that are shown. */
  keys: string[]
  /** The review session, sealed. */
  review: string
  alone: boolean
  actions: Record<'decide' | 'skipHeld' | 'regroup', Action>
  /** What they are, with a tick box (`key`) for each where there are several. */
  children: ReactNode
}

/** The form in which held signatures are decided: every button has a key, and works without scripts. */
export function HeldDecision({ keys, review, alone, actions, children }: Props) {
  const several = keys.length > 1
  return (
    <form action={actions.decide} className="panel">
      <input type="hidden" name="review" value={review} />
      {keys.map((key) => (
        <input key={key} type="hidden" name="shown" value={key} />
      ))}
      {!several && <input type="hidden" name="key" value={keys[0]} />}
      {children}
      <div className="decide">
        <ReviewButton shortcut="a" className="main" name="verdict" value="release">
          {several ? 'Release selected' : 'Release'}
        </ReviewButton>
        <details name="remove">
          <summary className="button" aria-keyshortcuts="r">
            {several ? 'Remove selected…' : 'Remove…'} <Key>r</Key>
          </summary>
          <div className="row">
            <ReviewButton shortcut="1" className="danger" name="verdict" value="fraud">
              Fraudulent
            </ReviewButton>
            <ReviewButton shortcut="2" className="danger" name="verdict" value="duplicate">
              Duplicate
            </ReviewButton>
          </div>
        </details>
        <ReviewButton shortcut="s" formAction={actions.skipHeld}>
          Skip
        </ReviewButton>
        {(several || alone) && (
          <ReviewButton shortcut="o" formAction={actions.regroup}>
            {alone ? 'Group alike' : 'One by one'}
          </ReviewButton>
        )}
      </div>
      <p className="hint">A decision takes effect after a minute; until then Undo takes it back without a trace.</p>
    </form>
  )
}
