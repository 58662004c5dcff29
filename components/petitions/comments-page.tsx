import type { PublishedComment } from '@/lib/comments/list-published-comments'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, translator } from '@/messages/translator'
import { CommentQuotes } from './comments'

/** The page of all published comments of a petition. */
export function CommentsPage(props: { petition: PetitionView; comments: PublishedComment[]; locale: Locale }) {
  const { petition, comments, locale } = props
  const t = translator(locale, 'petition.comments')
  return (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{petition.text.title}</p>
      <p className="mt-3 text-muted">{t(comments.length > 0 ? 'lead' : 'none')}</p>
      <CommentQuotes comments={comments} locale={locale} />
      <p className="mt-8">
        <a href={`/${locale}/petitions/${petition.slug}`} className="inline-flex min-h-11 items-center">
          {t('back')}
        </a>
      </p>
    </div>
  )
}
