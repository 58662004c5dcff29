import type { LetterRow } from '@/lib/coalition/entities/letter'
import { StepButton } from '../step-button'
import type { EntityActions } from './entities/entity-view'

interface Props {
  letter: LetterRow
  /** Null for those who may only read. */
  actions: EntityActions | null
}

const words = {
  draft: 'Nobody outside sees it. While it is a draft its words change in place.',
  open: 'It is public and takes co-signatures. A change of its words is a new version.',
  sent: 'It is sent and takes no more co-signatures. A change of its words is a new version.',
}

/** A letter's status and its next step. */
export function LetterSteps({ letter: { id, slug, status, coSignatures }, actions }: Props) {
  const signed = coSignatures.filter(({ state }) => state === 'approved').length
  return (
    <>
      <p>
        <span className={status === 'draft' ? 'tag held' : 'tag'}>{status}</span> {words[status]}{' '}
        {status !== 'draft' && <a href={`/en/letters/${slug}`}>Its public page</a>}
      </p>
      {actions && status === 'draft' && (
        <StepButton action={actions.openLetter} hidden={{ id }} why>
          Ask a second person to open it: public, and organisations can be invited
        </StepButton>
      )}
      {actions && status === 'open' && (
        <StepButton action={actions.closeLetter} hidden={{ id }} danger why>
          {`Ask a second person to close it: sent with ${signed} co-signatures, no more can come. This cannot be undone`}
        </StepButton>
      )}
    </>
  )
}
