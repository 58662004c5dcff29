import type { LetterRow } from '@/lib/coalition/entities/letter'
import { ConfirmLink } from '../confirm/confirm-link'
import { StatusPill } from '../pill'
import { t } from '../words'

interface Props {
  letter: LetterRow
  /** The viewer's role may change it. */
  writes: boolean
}

/** A letter's status and its next step. */
export function LetterSteps({ letter: { id, slug, status }, writes }: Props) {
  return (
    <>
      <p>
        <StatusPill code={status} /> {t(`letterStep.${status}`)}{' '}
        {status !== 'draft' && <a href={`/en/letters/${slug}`}>{t('coalition.publicPage')}</a>}
      </p>
      {writes && status === 'draft' && (
        <ConfirmLink act="open-letter" of={id} hint={t('coalition.itBecomesPublicAnd')}>
          {t('coalition.openLetter')}
        </ConfirmLink>
      )}
      {writes && status === 'open' && (
        <ConfirmLink act="close-letter" of={id}>
          {t('coalition.closeLetter')}
        </ConfirmLink>
      )}
    </>
  )
}
