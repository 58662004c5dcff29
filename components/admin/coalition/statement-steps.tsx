import type { DeskStatement } from '@/lib/coalition/desk/find-desk-statement'
import { StepButton } from '../step-button'

type Action = (form: FormData) => Promise<void>

interface Props {
  statement: DeskStatement
  actions: Record<'draft' | 'publish' | 'discard', Action>
}

/** What can be done with a version of the statement. */
export function StatementSteps({ statement: { version, publishedAt, clauses, versions }, actions }: Props) {
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
      <StepButton action={actions.publish} hidden={hidden}>
        {`Publish: version ${version} with ${clauses.length} clauses is the statement within ten seconds`}
      </StepButton>
      <StepButton action={actions.discard} hidden={hidden} danger>
        {`Throw this draft away, with its ${clauses.length} clauses in all languages`}
      </StepButton>
    </>
  )
}
