import { timeIn, zoneName } from '@/lib/text/time-zone'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { readerZone } from '@/lib/web/admin/reader-zone'

interface Props {
  at: Date
  /** Also shows the zone, if no heading does. */
  zone?: boolean
  /** Midnight in UTC is an exact time here, not a day. */
  exact?: boolean
}

/** A time in the reader's zone, to the minute. A value stored only as a day is shown as that UTC day. */
export function Time({ at, zone = false, exact = false }: Props) {
  const utc = at.toISOString()
  const reader = readerZone()
  if (!exact && utc.endsWith('T00:00:00.000Z')) {
    return (
      <time dateTime={utc.slice(0, 10)}>
        {utc.slice(0, 10)}
        {(zone || reader !== 'UTC') && ' UTC'}
      </time>
    )
  }
  const said = zone && (reader === 'UTC' ? ' UTC' : ` (${zoneName(reader, readerLanguage())})`)
  return (
    <>
      <time dateTime={`${utc.slice(0, 16)}Z`} title={reader === 'UTC' ? undefined : `${timeIn(at, 'UTC')} UTC`}>
        {timeIn(at, reader)}
      </time>
      {said}
    </>
  )
}

/** The zone of the times shown, for the heading above them. */
export function ZoneName() {
  return zoneName(readerZone(), readerLanguage())
}
