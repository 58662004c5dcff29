import type { LetterRow } from '@/lib/coalition/entities/letter'
import { ConfirmLink } from '../confirm/confirm-link'

interface Props {
  letter: LetterRow
  /** Whether the viewer's role may change it. */
  writes: boolean
}

const words = {
  draft: 'The public cannot see it. While it is a draft, its text changes in place.',
  open: 'It is public and accepts co-signatures. A change to its text is a new version.',
  sent: 'It has been sent and accepts no more co-signatures. A change to its text is a new version.',
}

/** A letter's status and its next step. */
export function LetterSteps({ letter: { id, slug, status }, writes }: Props) {
  return (
    <>
      <p>
        <span className={status === 'draft' ? 'tag held' : 'tag'}>{status}</span> {words[status]}{' '}
        {status !== 'draft' && <a href={`/en/letters/${slug}`}>Public page</a>}
      </p>
      {writes && status === 'draft' && (
        <ConfirmLink act="open-letter" of={id} hint="It becomes public, and organisations can be invited.">
          Open letter
        </ConfirmLink>
      )}
      {writes && status === 'open' && (
        <ConfirmLink act="close-letter" of={id}>
          Close letter
        </ConfirmLink>
      )}
    </>
  )
}
