import type { OwnPart } from '@/lib/coalition/member-proposals/find-own-proposals'
import { longDate } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'

/** What became of the last proposal of a part. */
export function ProposalState({ own: { proposal }, locale }: { own: OwnPart; locale: Locale }) {
  if (!proposal) return null
  const t = translator(locale, 'memberPage.about')
  const day = longDate(proposal.at, locale)
  return (
    <p className="mt-2 border-s-4 border-accent bg-panel px-4 py-2">
      {t(proposal.state, { day })}
      {proposal.reason && (
        <>
          {' '}
          <q lang="en">{proposal.reason}</q>
        </>
      )}
    </p>
  )
}
