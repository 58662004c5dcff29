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
  actions: Record<'openOne' | 'closeOne' | 'reopenOne' | 'winOne' | 'takeBackOne' | 'showOneAgain', Action>
}

/** What can be done with a petition as it stands; each button says what will happen. */
export function PetitionSteps({ found, pending, now, actions }: Props) {
  const { id, status, removedAt } = found.petition
  const common = { id, status }
  if (removedAt) {
    return (
      <>
        <h2>Do</h2>
        <Step {...common} action={actions.showOneAgain}>
          Ask a second person to show it again: everybody can read it
        </Step>
      </>
    )
  }
  const number = pending > MAX_PENDING ? `more than ${MAX_PENDING.toLocaleString('en')}` : pending.toLocaleString('en')
  const ends = `nobody can sign any more, and ${number} not confirmed yet will not be counted`
  const today = now.toISOString().slice(0, 10)
  const removal = removalOf(found.petition)
  return (
    <>
      <h2>Do</h2>
      {status === 'draft' && <OpenStep {...common} found={found} action={actions.openOne} />}
      {status === 'open' && (
        <Step {...common} action={actions.closeOne} danger>
          Ask a second person to close it: {ends}
        </Step>
      )}
      {status === 'closed' && (
        <Step {...common} action={actions.reopenOne}>
          Ask a second person to open it again: people can sign
        </Step>
      )}
      {['open', 'closed', 'delivered'].includes(status) && (
        <Step
          {...common}
          action={actions.winOne}
          danger={status === 'open'}
          fields={
            <label>
              Won on <input type="date" name="day" required max={today} defaultValue={today} />
            </label>
          }
        >
          Ask a second person to mark it as won{status === 'open' && `: ${ends}`}
        </Step>
      )}
      {['won', 'delivered'].includes(status) && (
        <Step {...common} action={actions.takeBackOne}>
          Ask a second person to take back that it was {status}
        </Step>
      )}
      {['open', 'closed', 'won'].includes(status) && (
        <p>
          <a href={`/admin/petitions/${id}/deliver`}>Mark as delivered</a>: personal data are deleted a month later
        </p>
      )}
      {removal && (
        <p>
          <a href={`/admin/petitions/${id}/remove`}>
            {removal === 'delete' ? 'Delete this draft' : 'Take it out of view'}
          </a>
          : takes two people and a day
        </p>
      )}
    </>
  )
}
