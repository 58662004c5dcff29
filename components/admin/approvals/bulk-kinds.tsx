import { type BulkKinds, findKinds } from '@/lib/bulk-actions/find-kinds'
import type { Staff } from '@/lib/staff/staff'
import { codeName } from '../code-name'
import { countryName, flagName } from '../display-names'
import { SignatureTable } from '../signature-table'
import { t } from '../words'

/** A breakdown of a bulk action's signatures by country, state and flag, with a sample of rows. */
export async function BulkContent({ staff, id, total }: { staff: Staff; id: string; total: number }) {
  const { of, countries, states, flags, sample } = await findKinds(staff, id)
  if (sample.length === 0) return null
  return (
    <section>
      <h2>{t('bulk.whatTheyAre')}</h2>
      {of < total && <p className="hint">{t('approvals.drawnAtRandom', { limit: of })}</p>}
      <dl>
        <Kinds label={t('bulk.byCountry')} kinds={countries} name={countryName} total={of} />
        <Kinds label={t('bulk.byState')} kinds={states} name={codeName} total={of} />
        <Kinds label={t('bulk.byFlag')} kinds={flags} name={flagName} total={null} />
      </dl>
      <h2>{t('bulk.sampleOf', { shown: sample.length, total })}</h2>
      <SignatureTable rows={sample} ofOne />
    </section>
  )
}

interface KindsProps {
  label: string
  kinds: BulkKinds['countries']
  name: (code: string) => string
  /** The number of all signatures; null if one may be of several kinds. */
  total: number | null
}

function Kinds({ label, kinds, name, total }: KindsProps) {
  const named = kinds.reduce((sum, { signatures }) => sum + signatures, 0)
  const others = total === null ? 0 : total - named
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {kinds.length === 0 ? (
          t('common.none')
        ) : (
          <ul className="plain">
            {kinds.map(({ code, signatures }) => (
              <li key={code}>{t('bulk.kindOf', { kind: name(code), signatures })}</li>
            ))}
            {others > 0 && <li>{t('bulk.kindOf', { kind: t('bulk.others'), signatures: others })}</li>}
          </ul>
        )}
      </dd>
    </>
  )
}
