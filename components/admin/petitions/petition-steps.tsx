import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { removalOf } from '@/lib/petitions/admin/remove'
import { languageName } from '@/messages/language-name'
import { sourceLocale } from '@/messages/translator'
import { ConfirmLink } from '../confirm/confirm-link'

/** The steps possible in a petition's state; each leads to a page that says what it does. */
export function PetitionSteps({ found }: { found: PetitionForAdmin }) {
  const { id, status, removedAt } = found.petition
  if (removedAt) {
    return (
      <>
        <h2>Actions</h2>
        <ConfirmLink act="republish-petition" of={id} hint="The public can read it again.">
          Publish again
        </ConfirmLink>
      </>
    )
  }
  const removal = removalOf(found.petition)
  return (
    <>
      <h2>Actions</h2>
      {status === 'draft' && <OpenStep found={found} />}
      {status === 'open' && (
        <ConfirmLink act="close-petition" of={id}>
          Close petition
        </ConfirmLink>
      )}
      {status === 'closed' && (
        <ConfirmLink act="reopen-petition" of={id} hint="People can sign again.">
          Reopen petition
        </ConfirmLink>
      )}
      {['open', 'closed', 'delivered'].includes(status) && (
        <ConfirmLink act="win-petition" of={id}>
          Mark as successful
        </ConfirmLink>
      )}
      {['won', 'delivered'].includes(status) && (
        <ConfirmLink act="take-back-petition" of={id}>
          {`Undo “${status === 'won' ? 'successful' : 'delivered'}”`}
        </ConfirmLink>
      )}
      {status !== 'draft' && (
        <p>
          <a href={`/admin/petitions/${id}/hand-over`}>Deliver it: to whom, when, and the pack</a>
        </p>
      )}
      {['open', 'closed', 'won'].includes(status) && (
        <ConfirmLink act="deliver-petition" of={id} hint="Signers’ personal data are deleted a month later.">
          Mark as delivered
        </ConfirmLink>
      )}
      {removal && (
        <ConfirmLink act="remove-petition" of={id} hint="Takes two people and a day.">
          {removal === 'delete' ? 'Delete draft' : 'Unpublish'}
        </ConfirmLink>
      )}
    </>
  )
}

/** Leads to opening a draft, or says what it still needs. */
function OpenStep({ found: { petition, languages } }: { found: PetitionForAdmin }) {
  const published = languages.filter((one) => one.published).map(({ locale }) => locale)
  if (!published.includes(sourceLocale)) {
    return <p>Publish the English text first. The public cannot see it until the petition is opened.</p>
  }
  return (
    <ConfirmLink
      act="open-petition"
      of={petition.id}
      hint={`In ${published.map((locale) => languageName(locale)).join(', ')}.`}
    >
      Open petition
    </ConfirmLink>
  )
}
