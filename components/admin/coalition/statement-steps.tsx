import type { EditableStatement } from '@/lib/coalition/admin/find-editable-statement'
import { StepButton } from '../step-button'

type Action = (form: FormData) => Promise<void>

interface Props {
  statement: EditableStatement
  actions: Record<'draft' | 'publish' | 'discard' | 'setAuthor', Action>
}

/** The next steps of a version of the statement. */
export function StatementSteps({ statement, actions }: Props) {
  const { version, publishedAt, summary, clauses, versions } = statement
  const hidden = { version: String(version) }
  if (publishedAt) {
    if (versions.some(({ published }) => !published)) return null
    return (
      <StepButton action={actions.draft} hidden={{}}>
        Begin the next version: a copy of the newest, as a draft
      </StepButton>
    )
  }
  return (
    <>
      <p>
        {summary
          ? 'It is marked as a summary by the editors of this site, and will be cited as theirs.'
          : 'It is marked as adopted by the coalition in these words, on the day on which it is published.'}
      </p>
      <StepButton action={actions.setAuthor} hidden={{ ...hidden, author: summary ? 'coalition' : 'editors' }}>
        {summary ? 'The coalition adopted it in these words' : 'It is a summary by the editors of this site'}
      </StepButton>
      <StepButton action={actions.publish} hidden={hidden} why>
        {`Ask a second person to publish version ${version}, with ${clauses.length} clauses, as the statement`}
      </StepButton>
      <StepButton action={actions.discard} hidden={hidden} danger>
        {`Throw this draft away, with its ${clauses.length} clauses in all languages`}
      </StepButton>
    </>
  )
}
