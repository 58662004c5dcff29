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
  /** Only in a draft. */
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
          <td className="name">
            <bdi>{title || anchor}</bdi>
          </td>
          <td>{codeName(part)}</td>
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
              <MoveUp version={version} anchor={anchor} above={above(clauses, i)} move={move} />
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

function MoveUp(props: {
  version: number
  anchor: string
  above: Props['clauses'][number] | undefined
  move: (form: FormData) => Promise<void>
}) {
  const { version, anchor, above, move } = props
  if (!above) return null
  return (
    <StepButton action={move} hidden={{ version: String(version), anchor, above: above.anchor }}>
      {t('coalition.putBefore', { title: above.title || above.anchor })}
    </StepButton>
  )
}
