import type { ReactNode } from 'react'
import type { SignatureRow } from '@/lib/signatures/admin/signature-row'
import { withBack } from '@/lib/web/admin/read-back'
import { AdminTable } from './admin-table'
import { countryName, languageName } from './display-names'
import { Flags } from './flags'
import { MemberName } from './member-name'
import { PetitionName } from './petition-name'
import { StatusPill } from './pill'
import type { HeadSort } from './sorted'
import { Time } from './time'
import { t } from './words'

interface Props {
  rows: SignatureRow[]
  tick?: boolean
  /** Ticks all rows, or those with these keys. */
  ticked?: boolean | string[] | undefined
  /** All are of one petition, which the page names. */
  ofOne?: boolean
  /** The page they are on, to which a signature links back. */
  back?: string
  /** The address of the list with a signature's panel, for links while a panel is open. */
  beside?: (key: string) => string
  /** The key of the open one: the panel replaces some columns. */
  open?: string | null
  /** The order by time, if it can be changed. */
  sort?: HeadSort
}

/** Signatures as rows; `tick` adds boxes for a selection. */
export function SignatureTable(props: Props) {
  const { rows, tick = false, ticked = false, ofOne = false, back, beside, open, sort } = props
  return (
    <AdminTable
      id="list"
      heads={[
        ...(tick ? [{ tick: t('common.choose') }] : []),
        t('common.reference'),
        t('common.state'),
        { time: t('common.received'), sort },
        t('common.country'),
        t('common.language'),
        ...(open ? [] : [t('signatures.referredBy')]),
        t('signatures.flags'),
        ...(open ? [] : [t('signatures.has')]),
        ...(ofOne || open ? [] : [t('common.petition')]),
      ]}
    >
      {rows.map((row) => (
        <tr key={`${row.key} ${row.receivedAt.getTime()}`}>
          {tick && (
            <td>
              {row.state !== 'pending' && (
                <label>
                  <input
                    type="checkbox"
                    name="key"
                    value={row.key}
                    defaultChecked={Array.isArray(ticked) ? ticked.includes(row.key) : ticked}
                    aria-label={t('signatures.choose', { reference: row.reference })}
                  />
                </label>
              )}
            </td>
          )}
          <td>
            <a
              href={open && beside ? beside(row.key) : withBack(`/admin/signatures/${row.key}`, back)}
              aria-current={row.key === open || undefined}
            >
              {row.reference}
            </a>
          </td>
          <td>
            <StatusPill code={row.state} />
          </td>
          <td>
            <Time at={row.receivedAt} />
          </td>
          <td>{countryName(row.country)}</td>
          <td>{languageName(row.locale)}</td>
          {!open && <td>{row.via && <MemberName slug={row.via} />}</td>}
          <td>
            <Flags signals={row.signals} />
          </td>
          {!open && <td>{has(row)}</td>}
          {!ofOne && !open && (
            <td>
              <PetitionName slug={row.petition} />
            </td>
          )}
        </tr>
      ))}
    </AdminTable>
  )
}

/** A comment, and an appeal with its time; null for neither. */
function has({ hasComment, appealedAt }: SignatureRow): ReactNode {
  if (!appealedAt) return hasComment ? t('common.comment') : null
  return (
    <>
      {hasComment && `${t('common.comment')}, `}
      {t('review.appeal')} <Time at={appealedAt} />
    </>
  )
}
