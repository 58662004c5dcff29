import type { Flood } from '@/lib/floods/list-floods'
import { removalReasons } from '@/lib/signatures/admin/transitions'
import { AdminTable } from './admin-table'
import { codeName } from './code-name'
import { FloodName } from './flood-name'
import { PetitionName } from './petition-name'
import { Time } from './time'
import { t } from './words'

interface Props {
  floods: Flood[]
  /** Begins a bulk action from a filter. */
  ask: (form: FormData) => Promise<void>
}

/** Floods, each with what can be done about it. */
export function FloodTable({ floods, ask }: Props) {
  return (
    <AdminTable
      id="list"
      heads={[
        t('signatures.inCommon'),
        { number: t('common.signatures') },
        { number: t('signatures.held') },
        { time: t('signatures.from') },
        { time: t('signatures.to') },
        t('common.petition'),
        t('common.actions'),
      ]}
    >
      {floods.map((flood) => (
        <tr key={`${flood.kind} ${flood.petition} ${flood.what} ${flood.from.getTime()}`}>
          <td className="name">
            <FloodName flood={flood} />
          </td>
          <td className="number">{flood.signatures.toLocaleString('en')}</td>
          <td className="number">{flood.held.toLocaleString('en')}</td>
          <td>
            <Time at={flood.from} />
          </td>
          <td>
            <Time at={flood.to} />
          </td>
          <td>
            <PetitionName slug={flood.slug} />
          </td>
          <td>
            {flood.kind === 'domain' && flood.what === '' ? (
              t('signatures.theDomainsNameCannot')
            ) : (
              <form action={ask} className="row">
                {Object.entries(fieldsOf(flood)).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <button type="submit" name="verb" value="hold" formNoValidate>
                  {t('signatures.holdThese')}
                  <span className="unseen"> {described(flood)}</span>…
                </button>
                <label>
                  <span className="unseen">
                    {t('bulk.reasonForRemoval')} {described(flood)}
                  </span>
                  <select name="reason" required defaultValue="">
                    <option value="">{t('bulk.chooseAReason')}</option>
                    {removalReasons.map((reason) => (
                      <option key={reason} value={reason}>
                        {codeName(reason)}
                      </option>
                    ))}
                  </select>
                </label>
                <button type="submit" name="verb" value="remove">
                  {t('signatures.removeThese')}
                  <span className="unseen"> {described(flood)}</span>…
                </button>
              </form>
            )}
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

function described({ kind, what, signatures }: Flood): string {
  if (what && kind !== 'network') return `${signatures} ${what}`
  return t(kind === 'network' ? 'signatures.ofBusyNetwork' : 'signatures.ofUnusualHour', { signatures })
}

/** The flood as the fields of a rule; its end is exclusive there. */
function fieldsOf({ kind, what, petition, from, to }: Flood): Record<string, string> {
  return {
    petition,
    from: from.toISOString(),
    to: new Date(to.getTime() + 1).toISOString(),
    ...(kind === 'domain' ? { domain: what } : {}),
    ...(kind === 'link' ? { via: what } : {}),
    ...(kind === 'network' ? { network: what } : {}),
  }
}
