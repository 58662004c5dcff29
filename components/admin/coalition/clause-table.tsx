import type { DeskStatement } from '@/lib/coalition/desk/find-desk-statement'
import { files } from '@/messages/words'
import { DeskTable } from '../desk-table'
import { StepButton } from '../step-button'

interface Props {
  version: number
  clauses: DeskStatement['clauses']
  /** In a draft only. */
  remove: ((form: FormData) => Promise<void>) | null
}

/** The clauses of a version, each with its languages. */
export function ClauseTable({ version, clauses, remove }: Props) {
  if (clauses.length === 0) return <p className="empty">There are no clauses.</p>
  return (
    <DeskTable heads={['Clause', 'Part', 'Languages', ...(remove ? ['Remove'] : [])]}>
      {clauses.map(({ anchor, part, title, locales }) => (
        <tr key={anchor}>
          <td className="name">
            {title || '–'} <code>{anchor}</code>
          </td>
          <td>{part.replaceAll('_', ' ')}</td>
          <td className="tight">
            {Object.keys(files).map((locale) => (
              <a key={locale} href={`/admin/coalition/texts/clause/${version}.${anchor}/${locale}`}>
                {locale}
                {locales.includes(locale) ? '' : ' (missing)'}
              </a>
            ))}
          </td>
          {remove && (
            <td>
              <StepButton action={remove} hidden={{ version: String(version), anchor }} danger>
                Take it out
              </StepButton>
            </td>
          )}
        </tr>
      ))}
    </DeskTable>
  )
}
