import { timeIn, zoneName } from '@/lib/text/time-zone'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { readerZone } from '@/lib/web/admin/reader-zone'

interface Props {
  at: Date
  /** Says the zone too, where no heading does. */
  zone?: boolean
  /** Midnight in UTC is that moment, and stands for no day. */
  exact?: boolean
}

/** A moment in the reader's zone, to the minute. What is stored as a day only is a day in UTC, and is shown as that. */
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

/** The zone in which times are shown, for the heading above them. */
export function ZoneName() {
  return zoneName(readerZone(), readerLanguage())
}
