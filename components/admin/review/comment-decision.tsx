import { rejections } from '@/lib/comments/decide-comments'
import type { OpenedComment } from '@/lib/comments/list-waiting-comments'
import { codeName } from '../code-name'
import { t } from '../words'
import { asRead } from './as-read'
import { CommentGroup } from './comment-group'
import { CommentOne } from './comment-one'
import { Key, ReviewButton } from './review-button'

interface Props {
  /** One, or several with the same text. */
  comments: OpenedComment[]
  /** The review session, sealed. */
  review: string
  /** Comments with the same text are shown one by one. */
  alone: boolean
  actions: Record<'decide' | 'skipComment' | 'regroup', (form: FormData) => Promise<void>>
}

/** Comments to decide on. Every button has a shortcut, and works without scripts. */
export function CommentDecision({ comments, review, alone, actions }: Props) {
  const [first, ...others] = comments
  if (!first) return null
  const several = others.length > 0
  return (
    <form action={actions.decide} className="panel">
      <input type="hidden" name="review" value={review} />
      {comments.map(({ key }) => (
        <input key={key} type="hidden" name="shown" value={key} />
      ))}
      {several ? (
        <CommentGroup comments={comments} />
      ) : (
        <>
          <input type="hidden" name="key" value={asRead(first)} />
          <CommentOne comment={first} />
        </>
      )}
      <div className="decide">
        <ReviewButton shortcut="a" className="main" name="decision" value="approve">
          {several ? t('review.approveSelected') : t('common.approve')}
        </ReviewButton>
        <details>
          <summary className="button" aria-keyshortcuts="r">
            {several ? t('review.rejectSelected') : t('review.reject')} <Key>{t('review.r')}</Key>
          </summary>
          <div className="row">
            {rejections.map((reason, i) => (
              <ReviewButton key={reason} shortcut={String(i + 1)} className="danger" name="decision" value={reason}>
                {codeName(reason)}
              </ReviewButton>
            ))}
          </div>
        </details>
        <ReviewButton shortcut="s" formAction={actions.skipComment}>
          {t('common.skip')}
        </ReviewButton>
        {(several || alone) && (
          <ReviewButton shortcut="o" formAction={actions.regroup}>
            {alone ? t('review.groupSame') : t('review.oneByOne')}
          </ReviewButton>
        )}
      </div>
      <p className="hint">{t('review.commentsAreNeverEdited')}</p>
    </form>
  )
}
