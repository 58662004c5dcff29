import { timeZones } from '@/lib/text/time-zone'
import { readerZone } from '@/lib/web/admin/reader-zone'
import { t } from './words'

interface Props {
  save: (form: FormData) => Promise<void>
}

/** The choice of the reader's time zone. */
export function ZoneForm({ save }: Props) {
  return (
    <form action={save} className="row">
      <label>
        {t('account.timeZone')}{' '}
        <select name="zone" defaultValue={readerZone()}>
          {timeZones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{t('account.saveTimeZone')}</button>
      <span className="hint">{t('account.youSeeTimesIn')}</span>
    </form>
  )
}
