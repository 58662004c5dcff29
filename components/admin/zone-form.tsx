import { timeZones } from '@/lib/text/time-zone'
import { readerZone } from '@/lib/web/admin/reader-zone'

interface Props {
  save: (form: FormData) => Promise<void>
}

/** In which zone its reader sees times. */
export async function ZoneForm({ save }: Props) {
  return (
    <form action={save} className="row">
      <label htmlFor="zone">Time zone</label>
      <select id="zone" name="zone" defaultValue={await readerZone()}>
        {timeZones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
      <button type="submit">Save time zone</button>
      <span className="hint">
        For the times that you see. Filters and rules by time are in UTC, as they say; days of petitions, too.
      </span>
    </form>
  )
}
