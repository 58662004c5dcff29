import { rejections } from '@/lib/comments/decide-comment'
import type { OpenedComment } from '@/lib/comments/list-waiting-comments'
import { codeName } from '../code-name'
import { languageName } from '../display-names'
import { PetitionName } from '../petition-name'
import { t } from '../words'
import { Key, ReviewButton } from './review-button'

interface Props {
  comment: OpenedComment
  /** The review session, sealed. */
  review: string
  actions: Record<'decide' | 'skipComment', (form: FormData) => Promise<void>>
}

/** One comment and its decision: every button has a key, and works without scripts. */
export function CommentDecision({ comment, review, actions }: Props) {
  const { key, expectedVersion, reference, petition, locale, text, name } = comment
  return (
    <form action={actions.decide} className="panel">
      <input type="hidden" name="review" value={review} />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="expectedVersion" value={expectedVersion} />
      <h2>{t('review.commentIn', { language: languageName(locale) })}</h2>
      <blockquote lang={locale} dir="auto" className="said">
        {text}
      </blockquote>
      <dl>
        <dt>{t('review.shownAs')}</dt>
        <dd>{name === null ? t('review.notShownItsSigner') : <bdi>{name}</bdi>}</dd>
        <dt>{t('common.petition')}</dt>
        <dd>
          <PetitionName slug={petition} />
        </dd>
        <dt>{t('common.signature')}</dt>
        <dd>
          <a href={`/admin/signatures/${key}`}>{reference}</a>
        </dd>
      </dl>
      <div className="decide">
        <ReviewButton shortcut="a" className="main" name="decision" value="approve">
          {t('common.approve')}
        </ReviewButton>
        <details>
          <summary className="button" aria-keyshortcuts="r">
            {t('review.reject')} <Key>{t('review.r')}</Key>
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
      </div>
      <p className="hint">{t('review.commentsAreNeverEdited')}</p>
    </form>
  )
}
