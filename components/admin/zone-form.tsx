import { timeZones } from '@/lib/text/time-zone'
import { readerZone } from '@/lib/web/admin/reader-zone'

interface Props {
  save: (form: FormData) => Promise<void>
}

/** In which zone its reader sees times. */
export async function ZoneForm({ save }: Props) {
  return (
    <form action={save} className="row">
      <label>
        Time zone{' '}
        <select name="zone" defaultValue={await readerZone()}>
          {timeZones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Save time zone</button>
      <span className="hint">You see times in this zone. Filters, rules and the days of petitions stay in UTC.</span>
    </form>
  )
}
