import type { EditableStatement } from '@/lib/coalition/admin/find-editable-statement'
import { ConfirmLink } from '../confirm/confirm-link'
import { StepButton } from '../step-button'

type Action = (form: FormData) => Promise<void>

interface Props {
  statement: EditableStatement
  actions: Record<'draft' | 'setAuthor', Action>
}

/** The next steps of a version of the statement. */
export function StatementSteps({ statement, actions }: Props) {
  const { version, publishedAt, summary, versions } = statement
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
      <ConfirmLink act="publish-statement" of={String(version)}>
        {`Publish version ${version}`}
      </ConfirmLink>
      <ConfirmLink act="discard-statement" of={String(version)}>
        Discard draft
      </ConfirmLink>
    </>
  )
}
