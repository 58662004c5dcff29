import type { Decided } from '@/lib/review/find-review'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'

interface Props {
  decided: Decided[]
  requestApproval: (form: FormData) => Promise<void>
}

/** Decisions beyond the solo quota, which wait to be put to a second person; nothing where there are none. */
export function SetAside({ decided, requestApproval }: Props) {
  if (decided.length === 0) return null
  const parts = decided.map(({ verdict, signatures }) =>
    verdict === 'release' ? `release ${signatures}` : `remove ${signatures} as ${removed[verdict]}`,
  )
  return (
    <form action={requestApproval} className="panel">
      <h2>Needs a second person</h2>
      <p>
        One person alone can change {SOLO_QUOTA} signatures in 24 hours, and {SOLO_QUOTA} of one petition. Beyond that
        you have decided to {parts.join(' and ')}. Go on as long as you like, then request approval once for all of
        them, within a day.
      </p>
      <button type="submit">Request approval</button>
    </form>
  )
}

const removed = { fraud: 'fraudulent', duplicate: 'duplicates' }
