import type { EditableStatement } from '@/lib/coalition/admin/find-editable-statement'
import { files } from '@/messages/translator'
import { AdminTable } from '../admin-table'
import { codeName } from '../code-name'
import { ConfirmLink } from '../confirm/confirm-link'
import { Empty } from '../empty'
import { StepButton } from '../step-button'
import { t } from '../words'
import { Languages } from './languages'

interface Props {
  version: number
  clauses: EditableStatement['clauses']
  /** In a draft only. */
  move: ((form: FormData) => Promise<void>) | null
}

/** The clauses of a version, each with its languages. */
export function ClauseTable({ version, clauses, move }: Props) {
  if (clauses.length === 0) return <Empty>{t('coalition.noClausesYet')}</Empty>
  return (
    <AdminTable
      heads={[
        t('coalition.clause'),
        t('coalition.part'),
        t('common.languages'),
        ...(move ? [t('coalition.change')] : []),
      ]}
    >
      {clauses.map(({ anchor, part, title, locales }, i) => (
        <tr key={anchor}>
          <td className="name">{title || anchor}</td>
          <td>{codeName(part).toLowerCase()}</td>
          <td className="tight">
            <details>
              <summary>
                {t('coalition.ofLanguages', { number: locales.length, all: Object.keys(files).length })}
                <span className="unseen"> {t('coalition.languagesOf', { title: title || anchor })}</span>
              </summary>
              <Languages kind="clause" thing={`${version}.${anchor}`} there={locales} />
            </details>
          </td>
          {move && (
            <td>
              <Moves
                version={version}
                clause={clauses[i]}
                above={above(clauses, i)}
                below={below(clauses, i)}
                move={move}
              />
              <ConfirmLink act="remove-clause" of={`${version}.${anchor}`}>
                {t('coalition.removeClause')}
              </ConfirmLink>
            </td>
          )}
        </tr>
      ))}
    </AdminTable>
  )
}

/** The clause of the same part directly before it. */
function above(clauses: Props['clauses'], i: number) {
  return clauses.slice(0, i).findLast(({ part }) => part === clauses[i]?.part)
}

/** The one directly after it. */
function below(clauses: Props['clauses'], i: number) {
  return clauses.slice(i + 1).find(({ part }) => part === clauses[i]?.part)
}

type Clause = Props['clauses'][number] | undefined

interface MovesProps {
  version: number
  clause: Clause
  above: Clause
  below: Clause
  move: (form: FormData) => Promise<void>
}

/** Up and down by one place: down is the next one up. */
function Moves({ version, clause, above, below, move }: MovesProps) {
  if (!clause) return null
  const step = (upper: string, lower: string) => ({ version: String(version), anchor: lower, above: upper })
  return (
    <>
      {above && (
        <StepButton action={move} hidden={step(above.anchor, clause.anchor)}>
          {t('coalition.putBefore', { title: above.title || above.anchor })}
        </StepButton>
      )}
      {below && (
        <StepButton action={move} hidden={step(clause.anchor, below.anchor)}>
          {t('coalition.putAfter', { title: below.title || below.anchor })}
        </StepButton>
      )}
    </>
  )
}
