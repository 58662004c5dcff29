import { formDay } from '@/lib/petitions/admin/change-days'
import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { t } from '../words'
import { Why } from './why'

interface Props {
  petition: PetitionForAdmin['petition']
  now: Date
  change: (form: FormData) => Promise<void>
}

/** Corrects the days on which a petition was closed and won. */
export function DaysForm({ petition, now, change }: Props) {
  const [closed, won] = [formDay(petition.closedAt), formDay(petition.wonAt)]
  if (!closed && !won) return null
  const common = { type: 'date', required: true, min: formDay(petition.openedAt), max: formDay(now) }
  return (
    <form action={change} className="row">
      <input type="hidden" name="id" value={petition.id} />
      <input type="hidden" name="expectedClosed" value={closed} />
      <input type="hidden" name="expectedWon" value={won} />
      {closed && (
        <label>
          {t('petitions.closedOn')} <input name="closed" defaultValue={closed} {...common} />
        </label>
      )}
      {won && (
        <label>
          {t('petitions.wonOn')} <input name="won" defaultValue={won} {...common} />
        </label>
      )}
      <Why />
      <button type="submit">{t('petitions.requestDateCorrection')}</button>
    </form>
  )
}
