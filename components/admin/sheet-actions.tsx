import type { SheetPage } from '@/lib/paper/find-sheet'
import { ConfirmLink } from './confirm/confirm-link'
import { CountForm } from './count-form'
import { Live, WAITING } from './live'
import { StepButton } from './step-button'
import { t } from './words'

type Action = (form: FormData) => Promise<void>

interface Props {
  sheet: SheetPage
  /** Null: the number is entered beside the scan. */
  count: Action | null
  showScan: Action
}

/** The actions possible in a sheet's state, each with its consequence. */
export function SheetActions({ sheet, count, showScan }: Props) {
  const { id, state, round, yours, waitsFor, signatures } = sheet
  if (state === 'withdrawn') return <p>{t('paper.withdrawnFromTheCount')}</p>
  if (state === 'approved' && signatures !== null) {
    return (
      <>
        <h2>{t('common.actions')}</h2>
        <ConfirmLink act="withdraw-sheet" of={id} hint={t('paper.theCountGoesDown', { signatures })}>
          {t('paper.withdrawSheet')}
        </ConfirmLink>
      </>
    )
  }
  return (
    <>
      <h2>{t('common.actions')}</h2>
      {yours ? (
        count && (
          <>
            <StepButton action={showScan} hidden={{ id }} hint={t('paper.besideTheNumber')}>
              {t('paper.showScanLogged')}
            </StepButton>
            <CountForm sheet={sheet} count={count} />
          </>
        )
      ) : (
        <Live state={`${round} ${waitsFor}`} every={WAITING}>
          <p>{waitsFor === 'first' ? t('paper.youHaveSubmittedYour') : t('paper.youHaveSubmittedYourCount')}</p>
        </Live>
      )}
      {round > 1 && yours && <p>{t('paper.thePreviousCountsDid')}</p>}
      <ConfirmLink act="discard-sheet" of={id} hint={t('paper.withItsScanNothing')}>
        {t('paper.deleteSheet')}
      </ConfirmLink>
    </>
  )
}
