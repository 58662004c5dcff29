import { describeAlike } from '@/lib/review/describe-alike'
import type { HeldView } from '@/lib/review/open-held'
import { AdminTable } from '../admin-table'
import { countryName, flagNames } from '../display-names'
import { MemberName } from '../member-name'
import { PetitionName } from '../petition-name'
import { Time } from '../time'

/** Held signatures that are alike, as rows that are all ticked, and what they have in common. */
export function HeldGroup({ signatures }: { signatures: HeldView[] }) {
  const [first] = signatures
  if (!first) return null
  const { domains, patterns, names, appeals } = describeAlike(signatures)
  const uncounted = signatures.filter(({ counted }) => !counted).length
  return (
    <>
      <h2>{signatures.length} alike, within one hour</h2>
      <dl>
        <dt>Petition</dt>
        <dd>
          <PetitionName slug={first.petition} />
        </dd>
        <dt>Why held</dt>
        <dd>{flagNames(first.signals) || 'By a colleague'}</dd>
        {first.via && (
          <>
            <dt>Member link</dt>
            <dd>
              <MemberName slug={first.via} />
            </dd>
          </>
        )}
        <dt>Email domains</dt>
        <dd>{domains}</dd>
        <dt>Addresses</dt>
        <dd>{patterns}</dd>
        <dt>Names</dt>
        <dd>{names}</dd>
        <dt>Appeals</dt>
        <dd>{appeals || 'none'}</dd>
        <dt>If released</dt>
        <dd>The count goes up by {uncounted}.</dd>
      </dl>
      <AdminTable id="list" heads={['Selected', 'Name', 'Email', 'Country', { time: 'Received' }, 'Appeal or comment']}>
        {signatures.map((one) => (
          <tr key={one.key}>
            <td>
              <input
                type="checkbox"
                name="key"
                value={one.key}
                defaultChecked
                aria-label={`Select ${one.name || one.reference}`}
              />
            </td>
            <td>
              <a href={`/admin/signatures/${one.key}`}>
                <bdi>{one.name || one.reference}</bdi>
              </a>
            </td>
            <td>{one.email}</td>
            <td>{countryName(one.country)}</td>
            <td>
              <Time at={one.receivedAt} />
            </td>
            <td dir="auto">{one.appeal ?? one.comment}</td>
          </tr>
        ))}
      </AdminTable>
    </>
  )
}
