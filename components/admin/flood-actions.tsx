import type { Flood } from '@/lib/floods/list-floods'
import { removalReasons } from '@/lib/signatures/admin/transitions'
import { codeName } from './code-name'
import { FloodName } from './flood-name'
import { t } from './words'

interface Props {
  flood: Flood
  /** Begins a bulk action from a filter. */
  ask: (form: FormData) => Promise<void>
}

/** The actions on a flood; each begins with a count. */
export function FloodActions({ flood, ask }: Props) {
  if (flood.kind === 'domain' && flood.what === '') return <p>{t('signatures.theDomainsNameCannot')}</p>
  return (
    <form action={ask} className="row">
      {Object.entries(fieldsOf(flood)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" name="verb" value="hold" formNoValidate>
        {t('signatures.holdThese')}
        {described(flood)}…
      </button>
      <label>
        <span className="unseen">{t('bulk.reasonForRemoval')}</span>
        {described(flood)}
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
        {described(flood)}…
      </button>
    </form>
  )
}

/** Identifies the flood for screen readers, which announce buttons without the text above. */
function described(flood: Flood) {
  return (
    <span className="unseen">
      {' '}
      {t('activity.signatures', { signatures: flood.signatures })}, <FloodName flood={flood} />
    </span>
  )
}

/** The flood as the fields of a rule, where its end is exclusive. */
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
