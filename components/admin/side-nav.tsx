import { MAX_WAITING, type QueueName, type Waiting } from '@/lib/overview/find-waiting'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { type Place, placeOf, places } from './places'
import { t } from './words'

interface Props {
  staff: Staff
  /** Path and query of this page. */
  at: string
  waiting: Partial<Record<QueueName, Waiting>>
}

/** The places that a role may open, in groups, each with this person's number of waiting items. */
export function SideNav({ staff, at, waiting }: Props) {
  const here = placeOf(at)
  const groups = places
    .map((group) => ({ ...group, places: group.places.filter(({ verb }) => may(staff.role, verb)) }))
    .filter((group) => group.places.length > 0)
  return groups.map((group) => (
    <div key={group.name}>
      {group.name && <h2>{t(group.name)}</h2>}
      <ul>
        {group.places.map((place) => (
          <li key={place.href}>
            <a href={place.href} data-go={place.go} aria-current={place === here ? 'page' : undefined}>
              {t(place.name)}
              <Badge place={place} waiting={waiting} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  ))
}

/** The number beside a place; nothing for zero. The number of requests is emphasised, as they expire within a day. */
export function Badge({ place: { queue }, waiting }: { place: Pick<Place, 'queue'>; waiting: Props['waiting'] }) {
  const number = queue ? (waiting[queue]?.waiting ?? 0) : 0
  if (number === 0) return null
  return (
    <>
      {' '}
      <span className={queue === 'approvals' ? 'badge hot' : 'badge'}>
        {number < MAX_WAITING ? number.toLocaleString('en') : `${MAX_WAITING - 1}+`}
        <span className="unseen">{t('frame.waiting')}</span>
      </span>
    </>
  )
}
