import type { EditableLetter } from '@/lib/coalition/admin/find-editable-letter'
import { StepButton } from '../step-button'

type Action = (form: FormData) => Promise<void>

interface Props {
  letter: EditableLetter
  /** Null for those who may only look. */
  actions: Record<'open' | 'close', Action> | null
}

const words = {
  draft: 'Nobody outside sees it. While it is a draft its words change in place.',
  open: 'It is public and takes co-signatures. A change of its words is a new version.',
  sent: 'It is sent and takes no more co-signatures. A change of its words is a new version.',
}

/** How a letter stands and what comes next. */
export function LetterSteps({ letter: { id, slug, status, coSignatures }, actions }: Props) {
  const signed = coSignatures.filter(({ state }) => state === 'approved').length
  return (
    <>
      <p>
        <span className={status === 'draft' ? 'tag held' : 'tag'}>{status}</span> {words[status]}{' '}
        {status !== 'draft' && <a href={`/en/letters/${slug}`}>Its public page</a>}
      </p>
      {actions && status === 'draft' && (
        <StepButton action={actions.open} hidden={{ id }} why>
          Ask a second person to open it: public, and organisations can be invited
        </StepButton>
      )}
      {actions && status === 'open' && (
        <StepButton action={actions.close} hidden={{ id }} danger why>
          {`Ask a second person to close it: sent with ${signed} co-signatures, no more can come. This cannot be undone`}
        </StepButton>
      )}
    </>
  )
}
