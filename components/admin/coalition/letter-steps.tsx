import type { LetterRow } from '@/lib/coalition/entities/letter'
import { StepButton } from '../step-button'
import type { EntityActions } from './entities/entity-view'

interface Props {
  letter: LetterRow
  /** Null for roles that may only read. */
  actions: EntityActions | null
}

const words = {
  draft: 'The public cannot see it. While it is a draft, its text changes in place.',
  open: 'It is public and accepts co-signatures. A change to its text is a new version.',
  sent: 'It has been sent and accepts no more co-signatures. A change to its text is a new version.',
}

/** A letter's status and its next step. */
export function LetterSteps({ letter: { id, slug, status, coSignatures }, actions }: Props) {
  const signed = coSignatures.filter(({ state }) => state === 'approved').length
  return (
    <>
      <p>
        <span className={status === 'draft' ? 'tag held' : 'tag'}>{status}</span> {words[status]}{' '}
        {status !== 'draft' && <a href={`/en/letters/${slug}`}>Public page</a>}
      </p>
      {actions && status === 'draft' && (
        <StepButton
          action={actions.openLetter}
          hidden={{ id }}
          hint="It becomes public, and organisations can be invited."
          why
        >
          Request opening
        </StepButton>
      )}
      {actions && status === 'open' && (
        <StepButton
          action={actions.closeLetter}
          hidden={{ id }}
          hint={`Marks it as sent with ${signed} co-signatures; no more can be added. This cannot be undone.`}
          danger
          why
        >
          Request closing
        </StepButton>
      )}
    </>
  )
}
