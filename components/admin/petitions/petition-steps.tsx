import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { removalOf } from '@/lib/petitions/admin/remove'
import { MAX_PENDING } from '@/lib/signatures/admin/count-rows'
import { OpenStep } from './open-step'
import { Step } from './step'

type Action = (form: FormData) => Promise<void>

interface Props {
  found: PetitionForAdmin
  /** Signatures that wait to be confirmed. */
  pending: number
  now: Date
  actions: Record<'openOne' | 'closePetition' | 'reopenOne' | 'markWon' | 'undoStatus' | 'republish', Action>
}

/** The steps possible in a petition's state; the consequence is next to each button. */
export function PetitionSteps({ found, pending, now, actions }: Props) {
  const { id, status, removedAt } = found.petition
  const common = { id, status }
  if (removedAt) {
    return (
      <>
        <h2>Actions</h2>
        <Step {...common} action={actions.republish} hint="The public can read it again.">
          Request publishing again
        </Step>
      </>
    )
  }
  const number = pending > MAX_PENDING ? `more than ${MAX_PENDING.toLocaleString('en')}` : pending.toLocaleString('en')
  const ends = `Nobody can sign any longer, and ${number} not yet confirmed will not be counted.`
  const today = now.toISOString().slice(0, 10)
  const removal = removalOf(found.petition)
  return (
    <>
      <h2>Actions</h2>
      {status === 'draft' && <OpenStep {...common} found={found} action={actions.openOne} />}
      {status === 'open' && (
        <Step {...common} action={actions.closePetition} hint={ends} danger>
          Request closing
        </Step>
      )}
      {status === 'closed' && (
        <Step {...common} action={actions.reopenOne} hint="People can sign again.">
          Request reopening
        </Step>
      )}
      {['open', 'closed', 'delivered'].includes(status) && (
        <Step
          {...common}
          action={actions.markWon}
          danger={status === 'open'}
          hint={status === 'open' ? ends : undefined}
          fields={
            <label>
              Won on <input type="date" name="day" required max={today} defaultValue={today} />
            </label>
          }
        >
          Request marking as successful
        </Step>
      )}
      {['won', 'delivered'].includes(status) && (
        <Step {...common} action={actions.undoStatus}>
          Request undoing “{status === 'won' ? 'successful' : 'delivered'}”
        </Step>
      )}
      {['open', 'closed', 'won'].includes(status) && (
        <p>
          <a href={`/admin/petitions/${id}/deliver`}>Mark as delivered</a>: signers’ personal data are deleted a month
          later
        </p>
      )}
      {removal && (
        <p>
          <a href={`/admin/petitions/${id}/remove`}>{removal === 'delete' ? 'Delete draft' : 'Unpublish'}</a>: takes two
          people and a day
        </p>
      )}
    </>
  )
}
