import type { HeldView } from '@/lib/review/open-held'
import { withBack } from '@/lib/web/admin/read-back'
import { AdminTable } from '../admin-table'
import { countryName } from '../display-names'
import { Flags } from '../flags'
import { MemberName } from '../member-name'
import { PetitionName } from '../petition-name'
import { SameNetwork } from '../same-network'
import { SelectScript } from '../selection/tick-all'
import { Time } from '../time'
import { t } from '../words'
import { alikeWords } from './alike-words'

/** A group of held signatures as ticked rows, and what they have in common. */
export function HeldGroup({ signatures }: { signatures: HeldView[] }) {
  const [first] = signatures
  if (!first) return null
  const { domains, patterns, names, appeals } = alikeWords(signatures)
  const flags = [...new Set(signatures.flatMap(({ signals }) => signals.split(' ').filter(Boolean)))]
  const common = <Key extends 'via' | 'network' | 'signals' | 'locale'>(key: Key) =>
    signatures.every((one) => one[key] === first[key]) ? first[key] : null
  const [via, network] = [common('via'), common('network')]
  const alike = network === null && common('signals') !== null && common('locale') !== null
  const uncounted = signatures.filter(({ counted }) => !counted).length
  return (
    <>
      <h2>{t(alike ? 'review.alike' : 'review.withSomethingInCommon', { signatures: signatures.length })}</h2>
      <dl>
        <dt>{t('common.petition')}</dt>
        <dd>
          <PetitionName slug={first.petition} />
        </dd>
        <dt>{t('review.whyHeld')}</dt>
        <dd>{flags.length > 0 ? <Flags signals={flags.join(' ')} /> : t('review.byAColleague')}</dd>
        <SameNetwork network={network} together={first.together} />
        {via && (
          <>
            <dt>{t('common.memberLink')}</dt>
            <dd>
              <MemberName slug={via} />
            </dd>
          </>
        )}
        <dt>{t('review.emailDomains')}</dt>
        <dd>{domains}</dd>
        <dt>{t('review.addresses')}</dt>
        <dd>{patterns}</dd>
        <dt>{t('review.names')}</dt>
        <dd>{names}</dd>
        <dt>{t('review.appeals')}</dt>
        <dd>{appeals || t('review.noAppeals')}</dd>
        <dt>{t('review.ifReleased')}</dt>
        <dd>{t('review.theCountGoesUp', { uncounted })}</dd>
      </dl>
      <AdminTable
        id="list"
        heads={[
          { tick: t('review.selected') },
          t('common.name'),
          t('common.email'),
          t('common.country'),
          { time: t('common.received') },
          t('review.appealOrComment'),
        ]}
      >
        {signatures.map((one) => (
          <tr key={one.key}>
            <td>
              <label>
                <input
                  type="checkbox"
                  name="key"
                  value={one.key}
                  defaultChecked
                  aria-label={t('review.select', { name: one.name || one.reference })}
                />
              </label>
            </td>
            <td>
              <a href={withBack(`/admin/signatures/${one.key}`, '/admin/review/held')}>
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
      <SelectScript />
    </>
  )
}
