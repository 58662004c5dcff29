import type { HeldGroup, HeldGroups } from '@/lib/review/held-groups'
import { AdminTable } from '../admin-table'
import { flagNames, languageName } from '../display-names'
import { MemberName } from '../member-name'
import { PetitionName } from '../petition-name'
import { Time } from '../time'
import { t } from '../words'

/** The groups of held signatures, largest first, each with a button of the surrounding form that begins its review. */
export function GroupList({ groups, singles }: HeldGroups) {
  if (groups.length === 0) return null
  return (
    <AdminTable
      id="list"
      heads={[
        { number: t('common.signatures') },
        t('review.inCommon'),
        t('common.petition'),
        { time: t('common.received') },
        { number: t('review.appeals') },
        t('common.actions'),
      ]}
    >
      {groups.map((group) => (
        <tr key={group.key}>
          <td className="number">{group.signatures.toLocaleString('en')}</td>
          <td className="name">
            <InCommon group={group} />
          </td>
          <td>
            <PetitionName slug={group.petition} />
          </td>
          <td>
            <Time at={group.from} />
          </td>
          <td className="number">{group.appeals.toLocaleString('en')}</td>
          <td>
            <button type="submit" name="group" value={group.key}>
              {t('review.reviewGroup')}
              <span className="unseen">
                {' '}
                <InCommon group={group} />
              </span>
            </button>
          </td>
        </tr>
      ))}
      {singles.oldest && (
        <tr>
          <td className="number">{singles.signatures.toLocaleString('en')}</td>
          <td className="name">{t('review.nothingInCommon')}</td>
          <td />
          <td>
            <Time at={singles.oldest} />
          </td>
          <td />
          <td />
        </tr>
      )}
    </AdminTable>
  )
}

function InCommon({ group: { kind, what, locale, via } }: { group: HeldGroup }) {
  if (kind === 'network') return t('review.oneBusyNetwork')
  if (kind === 'domain') return what ? t('review.atDomain', { domain: what }) : t('review.oneMailDomain')
  if (kind === 'link') return t.rich('review.byOneLink', { member: () => <MemberName slug={what} /> })
  const flags = flagNames(what) || t('review.byAColleague')
  const same = { flags, language: languageName(locale), within: kind }
  return via
    ? t.rich('review.sameFlagsAndLink', { ...same, member: () => <MemberName slug={via} /> })
    : t('review.sameFlags', same)
}
