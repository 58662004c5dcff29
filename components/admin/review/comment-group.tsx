import type { OpenedComment } from '@/lib/comments/list-waiting-comments'
import { withBack } from '@/lib/web/admin/read-back'
import { AdminTable } from '../admin-table'
import { languageName } from '../display-names'
import { PetitionName } from '../petition-name'
import { SelectScript } from '../selection/tick-all'
import { t } from '../words'
import { asRead } from './as-read'
import { CommentText } from './comment-text'

/** Comments with the same text, shown once in each spelling, with their signers, all ticked. */
export function CommentGroup({ comments }: { comments: OpenedComment[] }) {
  const [first] = comments
  if (!first) return null
  const ways = waysOf(comments)
  return (
    <>
      <h2>{t('review.commentIn', { language: languageName(first.locale) })}</h2>
      {ways.map(({ text, locale, number }, i) => (
        <div key={text}>
          <CommentText text={text} locale={locale} />
          {ways.length > 1 && (
            <p className="hint">
              {t('review.wording', { number: i + 1 })}: {t('review.writtenBy', { comments: number })}
            </p>
          )}
        </div>
      ))}
      <p>
        <strong>{t('review.saySame', { others: comments.length - 1 })}</strong>
      </p>
      {ways.length > 1 && <p className="hint">{t('review.inWays', { ways: ways.length })}</p>}
      <dl>
        <dt>{t('common.petition')}</dt>
        <dd>
          <PetitionName slug={first.petition} />
        </dd>
      </dl>
      <AdminTable
        id="list"
        heads={[
          { tick: t('review.selected') },
          t('review.shownAs'),
          ...(ways.length > 1 ? [t('review.asWritten')] : []),
          t('common.language'),
          t('common.signature'),
        ]}
      >
        {comments.map(({ key, expectedVersion, reference, locale, name, text }) => (
          <tr key={key}>
            <td>
              <label>
                <input
                  type="checkbox"
                  name="key"
                  value={asRead({ key, expectedVersion })}
                  defaultChecked
                  aria-label={t('review.select', { name: name ?? reference })}
                />
              </label>
            </td>
            <td>{name === null ? t('review.notShownItsSigner') : <bdi>{name}</bdi>}</td>
            {ways.length > 1 && (
              <td>{t('review.wording', { number: ways.findIndex((way) => way.text === text) + 1 })}</td>
            )}
            <td>{languageName(locale)}</td>
            <td>
              <a href={withBack(`/admin/signatures/${key}`, '/admin/comments')}>{reference}</a>
            </td>
          </tr>
        ))}
      </AdminTable>
      <SelectScript />
    </>
  )
}

/** The spellings, the most frequent first. */
function waysOf(comments: OpenedComment[]) {
  const ways = new Map<string, { text: string; locale: string; number: number }>()
  for (const { text, locale } of comments) {
    const way = ways.get(text) ?? { text, locale, number: 0 }
    ways.set(text, { ...way, number: way.number + 1 })
  }
  return [...ways.values()].toSorted((a, b) => b.number - a.number)
}
