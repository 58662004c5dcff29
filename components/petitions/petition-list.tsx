import { foreignText } from '@/components/site/foreign-text'
import { ButtonLink } from '@/components/ui/button'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, translator } from '@/messages/translator'
import { CheckLink } from './check-link'
import { Day } from './day'

/** All petitions with demand, state and link. */
export function PetitionList({ petitions, locale }: { petitions: PetitionView[]; locale: Locale }) {
  const t = translator(locale, 'petition')
  return (
    <>
      <h1 className="mt-8 lg:mt-14">{t('listTitle')}</h1>
      <p className="mt-4 max-w-[60ch] text-lead text-muted">{t('listLead')}</p>
      {petitions.length === 0 && <p className="mt-10">{t('empty')}</p>}
      <ul className="mt-10">
        {petitions.map((petition) => (
          <Entry key={petition.slug} petition={petition} locale={locale} />
        ))}
      </ul>
    </>
  )
}

function Entry({ petition, locale }: { petition: PetitionView; locale: Locale }) {
  const t = translator(locale, 'petition')
  const { slug, status, text, count } = petition
  const foreign = foreignText(text.locale, locale)
  const path = `/${locale}/petitions/${slug}`
  return (
    <li className="grid gap-x-16 gap-y-4 border-t border-rule py-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <p className="text-small text-muted">
        <strong className="block text-base text-ink">{t(`state.${status}`)}</strong>
        <Since petition={petition} locale={locale} />
      </p>
      <div className="max-w-[62ch]">
        <h2 {...foreign}>
          <a href={path} className="text-ink no-underline hover:underline">
            {text.title}
          </a>
        </h2>
        <p className="mt-3 font-serif" {...foreign}>
          {text.call}
        </p>
        {count > 0 && (
          <p className="mt-3 text-muted">
            {t('count.announce', { count })} · <CheckLink locale={locale} />
          </p>
        )}
        <p className="mt-5">
          <ButtonLink href={path} look={status === 'open' ? 'main' : 'quiet'}>
            {t(status === 'open' ? 'readAndSign' : text.story ? 'readStory' : 'read')}
          </ButtonLink>
        </p>
      </div>
    </li>
  )
}

function Since({ petition, locale }: { petition: PetitionView; locale: Locale }) {
  const { status, openedAt, wonAt, deliveredAt, closedAt } = petition
  const date = { open: openedAt, won: wonAt, delivered: deliveredAt, closed: closedAt }[status]
  return date && <Day date={date} locale={locale} />
}
