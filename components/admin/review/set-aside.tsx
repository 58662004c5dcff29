import type { Decided } from '@/lib/review/find-review'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'
import { inWords } from '../list-in-words'
import { t } from '../words'

interface Props {
  decided: Decided[]
  requestApproval: (form: FormData) => Promise<void>
}

/** Decisions beyond the solo quota, for which approval can be requested; nothing if there are none. */
export function SetAside({ decided, requestApproval }: Props) {
  if (decided.length === 0) return null
  const parts = decided.map(({ verdict, signatures }) => t(setAsideWords[verdict], { signatures }))
  return (
    <form action={requestApproval} className="panel">
      <h2>{t('review.needsASecondPerson')}</h2>
      <p>{t('review.needsSecond', { limit: SOLO_QUOTA, parts: inWords(parts) })}</p>
      <button type="submit">{t('review.requestApproval')}</button>
    </form>
  )
}

const setAsideWords = {
  release: 'review.releaseSome',
  fraud: 'review.removeAsFraud',
  duplicate: 'review.removeAsDuplicate',
} as const
