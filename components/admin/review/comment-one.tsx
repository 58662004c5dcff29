import type { OpenedComment } from '@/lib/comments/list-waiting-comments'
import { withBack } from '@/lib/web/admin/read-back'
import { languageName } from '../display-names'
import { PetitionName } from '../petition-name'
import { t } from '../words'
import { CommentText } from './comment-text'

/** One comment, under the name that it would be published with. */
export function CommentOne({ comment: { key, reference, petition, locale, text, name } }: { comment: OpenedComment }) {
  return (
    <>
      <h2>{t('review.commentIn', { language: languageName(locale) })}</h2>
      <CommentText text={text} locale={locale} />
      <dl>
        <dt>{t('review.shownAs')}</dt>
        <dd>{name === null ? t('review.notShownItsSigner') : <bdi>{name}</bdi>}</dd>
        <dt>{t('common.petition')}</dt>
        <dd>
          <PetitionName slug={petition} />
        </dd>
        <dt>{t('common.signature')}</dt>
        <dd>
          <a href={withBack(`/admin/signatures/${key}`, '/admin/comments')}>{reference}</a>
        </dd>
      </dl>
    </>
  )
}
