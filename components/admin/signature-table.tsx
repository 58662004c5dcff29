import type { SignatureRow } from '@/lib/signatures/admin/signature-row'
import { languageName } from '@/messages/language-name'
import { countryName, flagNames } from './display-names'
import { MemberName } from './member-name'
import { PetitionName } from './petition-name'
import { StateTag } from './state-tag'
import { Time, ZoneName } from './time'

/** Signatures as rows; `tick` adds boxes for a selection. */
export function SignatureTable({ rows, tick = false }: { rows: SignatureRow[]; tick?: boolean }) {
  return (
    <div className="scroll">
      <table id="list" tabIndex={-1}>
        <thead>
          <tr>
            {tick && (
              <th scope="col">
                <span className="unseen">Choose</span>
              </th>
            )}
            <th scope="col">Reference</th>
            <th scope="col">State</th>
            <th scope="col">
              Received (<ZoneName />)
            </th>
            <th scope="col">Country</th>
            <th scope="col">Language</th>
            <th scope="col">Referred by</th>
            <th scope="col">Comment</th>
            <th scope="col">Flags</th>
            <th scope="col">
              Appealed (<ZoneName />)
            </th>
            <th scope="col">Petition</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.key} ${row.receivedAt.getTime()}`}>
              {tick && (
                <td>
                  {row.state !== 'pending' && (
                    <input type="checkbox" name="key" value={row.key} aria-label={`Choose ${row.reference}`} />
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
              <td>{row.hasComment ? 'yes' : ''}</td>
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
