import { formDay } from '@/lib/petitions/admin/change-days'
import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { t } from '../words'
import { Why } from './why'

interface Props {
  petition: PetitionForAdmin['petition']
  now: Date
  change: (form: FormData) => Promise<void>
}

const DAY = 86_400_000

/** Schedules the days on which a draft opens or an open petition closes. */
export function ScheduleForm({ petition, now, change }: Props) {
  const { id, status } = petition
  if (status !== 'draft' && status !== 'open') return null
  const [opens, closes] = [formDay(petition.opensOn), formDay(petition.closesOn)]
  return (
    <form action={change} className="row">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="expectedOpens" value={opens} />
      <input type="hidden" name="expectedCloses" value={closes} />
      {status === 'draft' && (
        <label>
          {t('petitions.opensOn')}{' '}
          <input type="date" name="opens" defaultValue={opens} min={formDay(new Date(now.getTime() + DAY))} />
        </label>
      )}
      <label>
        {t('petitions.lastDay')} <input type="date" name="closes" defaultValue={closes} min={formDay(now)} />
      </label>
      <Why />
      <button type="submit">{t('petitions.saveScheduleDatesIn')}</button>
      <p className="hint">{t('petitions.scheduledDaysNeedA')}</p>
      {status === 'draft' && opens !== '' && opens <= formDay(now) && (
        <p className="notice wrong">{t('petitions.itWasScheduledTo')}</p>
      )}
    </form>
  )
}
