import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, translator } from '@/messages/translator'
import { Day } from './day'

/** A petition's state, and since when; nothing for an open one, whose form shows it. */
export function PetitionState({ petition, locale }: { petition: PetitionView; locale: Locale }) {
  const { status, closedAt, wonAt, deliveredAt } = petition
  if (status === 'open') return null
  const since = { won: wonAt, delivered: deliveredAt, closed: closedAt }[status]
  return (
    <p className="mb-3 font-semibold text-accent">
      {translator(locale, 'petition')(`state.${status}`)}
      {since && (
        <>
          {' · '}
          <Day date={since} locale={locale} />
        </>
      )}
    </p>
  )
}
