import type { SignatureRow } from '@/lib/signatures/admin/signature-row'
import { countryName, flagNames, languageName } from './display-names'
import { MemberName } from './member-name'
import { PetitionName } from './petition-name'
import { StateTag } from './state-tag'
import { Time, ZoneName } from './time'
import { t } from './words'

/** Signatures as rows; `tick` adds boxes for a selection. */
export function SignatureTable({ rows, tick = false }: { rows: SignatureRow[]; tick?: boolean }) {
  return (
    <div className="scroll">
      <table id="list" tabIndex={-1}>
        <thead>
          <tr>
            {tick && (
              <th scope="col">
                <span className="unseen">{t('common.choose')}</span>
              </th>
            )}
            <th scope="col">{t('common.reference')}</th>
            <th scope="col">{t('common.state')}</th>
            <th scope="col">{t.rich('common.received2', { zone: () => <ZoneName /> })}</th>
            <th scope="col">{t('common.country')}</th>
            <th scope="col">{t('common.language')}</th>
            <th scope="col">{t('signatures.referredBy')}</th>
            <th scope="col">{t('common.comment')}</th>
            <th scope="col">{t('signatures.flags')}</th>
            <th scope="col">{t.rich('common.appealed2', { zone: () => <ZoneName /> })}</th>
            <th scope="col">{t('common.petition')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.key} ${row.receivedAt.getTime()}`}>
              {tick && (
                <td>
                  {row.state !== 'pending' && (
                    <input
                      type="checkbox"
                      name="key"
                      value={row.key}
                      aria-label={t('signatures.choose', { reference: row.reference })}
                    />
                  )}
                </td>
              )}
              <td>
                <a href={`/admin/signatures/${row.key}`}>{row.reference}</a>
              </td>
              <td>
                <StateTag state={row.state} />
              </td>
              <td>
                <Time at={row.receivedAt} />
              </td>
              <td>{countryName(row.country)}</td>
              <td>{languageName(row.locale)}</td>
              <td>{row.via && <MemberName slug={row.via} />}</td>
              <td>{row.hasComment ? t('signatures.yes') : ''}</td>
              <td>{flagNames(row.signals)}</td>
              <td>{row.appealedAt && <Time at={row.appealedAt} />}</td>
              <td>
                <PetitionName slug={row.petition} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
