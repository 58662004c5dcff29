import type { EditableStatement } from '@/lib/coalition/admin/find-editable-statement'
import { files } from '@/messages/translator'
import { AdminTable } from '../admin-table'
import { ConfirmLink } from '../confirm/confirm-link'
import { StepButton } from '../step-button'
import { Languages } from './languages'

interface Props {
  version: number
  clauses: EditableStatement['clauses']
  /** In a draft only. */
  move: ((form: FormData) => Promise<void>) | null
}

/** The clauses of a version, each with its languages. */
export function ClauseTable({ version, clauses, move }: Props) {
  if (clauses.length === 0) return <p className="empty">No clauses yet.</p>
  return (
    <AdminTable heads={['Clause', 'Part', 'Languages', ...(move ? ['Change'] : [])]}>
      {clauses.map(({ anchor, part, title, locales }, i) => (
        <tr key={anchor}>
          <td className="name">{title || anchor}</td>
          <td>{part.replaceAll('_', ' ')}</td>
          <td className="tight">
            <details>
              <summary>
                {locales.length} of {Object.keys(files).length}
                <span className="unseen"> languages of {title || anchor}</span>
              </summary>
              <Languages kind="clause" thing={`${version}.${anchor}`} there={locales} />
            </details>
          </td>
          {move && (
            <td>
              <MoveUp version={version} anchor={anchor} above={above(clauses, i)} move={move} />
              <ConfirmLink act="remove-clause" of={`${version}.${anchor}`}>
                Remove clause
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
      {`Put before “${above.title || above.anchor}”`}
    </StepButton>
  )
}
