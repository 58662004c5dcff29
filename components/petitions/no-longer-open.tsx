import { foreignText } from '@/components/site/foreign-text'
import { ButtonLink } from '@/components/ui/button'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, translator } from '@/messages/translator'
import { Day } from './day'

/** Replaces the form of a petition that cannot be signed: why, since when, and what can be signed instead. */
export function NoLongerOpen(props: { id: string; petition: PetitionView; locale: Locale; open?: PetitionView }) {
  const { petition, locale, open } = props
  const t = translator(locale, 'petition')
  const { status } = petition
  if (status === 'open') return null
  return (
    <>
      <h2 id={props.id}>{t(`${status}.title`)}</h2>
      <p className="mt-3">{t(`${status}.body`)}</p>
      <Dates petition={petition} locale={locale} />
      {open && (
        <div className="mt-6">
          <h3>{t('nextOpen')}</h3>
          <p className="mt-2 mb-4 font-serif" {...foreignText(open.text.locale, locale)}>
            {open.text.call}
          </p>
          <ButtonLink href={`/${locale}/petitions/${open.slug}`}>{t('readAndSign')}</ButtonLink>
        </div>
      )}
    </>
  )
}

function Dates({ petition, locale }: { petition: PetitionView; locale: Locale }) {
  const t = translator(locale, 'petition')
  const { openedAt, closedAt, wonAt, deliveredAt } = petition
  const dates = [
    [t('opened'), openedAt],
    [t('wonOn'), wonAt],
    [t('deliveredOn'), deliveredAt],
    [t('closedOn'), closedAt && closedAt.getTime() !== wonAt?.getTime() ? closedAt : null],
  ] as const
  return (
    <dl className="mt-4 border-t border-rule">
      {dates.map(
        ([term, date]) =>
          date && (
            <div key={term} className="flex justify-between gap-4 border-b border-rule py-2">
              <dt className="text-muted">{term}</dt>
              <dd>
                <Day date={date} locale={locale} />
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}
