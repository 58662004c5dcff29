import { foreignText } from '@/components/site/foreign-text'
import type { PublishedComment } from '@/lib/comments/list-published-comments'
import { type Locale, translator } from '@/messages/translator'

/** A number that keeps the petition's page small; the others have a page of their own. */
const MAX_QUOTES = 5
const MAX_LETTERS = 1_200

/** A few of the approved comments. */
export function Comments({ comments, slug, locale }: { comments: PublishedComment[]; slug: string; locale: Locale }) {
  if (comments.length === 0) return null
  const t = translator(locale, 'petition.comments')
  const few = fewOf(comments)
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t('title')}</h2>
      <p className="mt-3 max-w-[66ch] text-small text-muted">{t('lead')}</p>
      <CommentQuotes comments={few} locale={locale} />
      {few.length < comments.length && (
        <p className="mt-4">
          <a href={`/${locale}/petitions/${slug}/comments`} className="inline-flex min-h-11 items-center">
            {t('more', { count: comments.length })}
          </a>
        </p>
      )}
    </section>
  )
}

/** Comments as written, each in its own direction. */
export function CommentQuotes({ comments, locale }: { comments: PublishedComment[]; locale: Locale }) {
  return (
    <ul className="mt-4 max-w-[66ch] space-y-6">
      {comments.map((comment) => (
        <li
          key={`${comment.name} ${comment.text}`}
          {...foreignText(comment.locale, locale)}
          dir="auto"
          className="border-s-2 border-rule ps-5"
        >
          <blockquote className="whitespace-pre-line font-serif">{comment.text}</blockquote>
          <p className="mt-1 text-small text-muted">
            <bdi>{comment.name}</bdi>
          </p>
        </li>
      ))}
    </ul>
  )
}

function fewOf(comments: PublishedComment[]): PublishedComment[] {
  let letters = 0
  return comments.slice(0, MAX_QUOTES).filter(({ text }) => {
    letters += text.length
    return letters <= MAX_LETTERS
  })
}
