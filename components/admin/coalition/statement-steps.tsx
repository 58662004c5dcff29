import type { EditableStatement } from '@/lib/coalition/admin/find-editable-statement'
import { StepButton } from '../step-button'

type Action = (form: FormData) => Promise<void>

interface Props {
  statement: EditableStatement
  actions: Record<'draft' | 'publish' | 'discard' | 'setAuthor', Action>
}

/** The next steps of a version of the statement. */
export function StatementSteps({ statement, actions }: Props) {
  const { version, publishedAt, summary, clauses, versions, words } = statement
  const hidden = { version: String(version) }
  if (publishedAt) {
    if (versions.some(({ published }) => !published)) return null
    return (
      <StepButton action={actions.draft} hidden={{}}>
        Create next version
      </StepButton>
    )
  }
  return (
    <>
      <p>
        {summary
          ? 'Marked as a summary by the editors of this site; it will be cited as theirs.'
          : 'Marked as adopted by the coalition in these words, on the day of publication.'}
      </p>
      <StepButton action={actions.setAuthor} hidden={{ ...hidden, author: summary ? 'coalition' : 'editors' }}>
        {summary ? 'Mark as adopted in these words' : 'Mark as an editors’ summary'}
      </StepButton>
      <StepButton action={actions.publish} hidden={hidden} why>
        {`Request publication of version ${version} (${clauses.length} clauses)`}
      </StepButton>
      <StepButton action={actions.discard} hidden={{ ...hidden, words }} danger>
        {`Discard draft (${clauses.length} clauses, all languages)`}
      </StepButton>
    </>
  )
}
