import type { SheetPage } from '@/lib/paper/find-sheet'
import { ConfirmLink } from './confirm/confirm-link'
import { t } from './words'

type Action = (form: FormData) => Promise<void>

interface Props {
  sheet: SheetPage
  count: Action
}

/** The actions possible in a sheet's state; the consequence is next to each button. */
export function SheetActions({ sheet, count }: Props) {
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
        <form action={count} className="row">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="round" value={round} />
          <label htmlFor="number">
            {t('paper.validSignaturesOnThe')} <input id="number" name="number" inputMode="numeric" size={6} />
          </label>
          <button type="submit" className="main">
            {t('paper.submitMyCount')}
          </button>
        </form>
      ) : (
        <p>{waitsFor === 'first' ? t('paper.youHaveSubmittedYour') : t('paper.youHaveSubmittedYourCount')}</p>
      )}
      {round > 1 && yours && <p>{t('paper.thePreviousCountsDid')}</p>}
      <ConfirmLink act="discard-sheet" of={id} hint={t('paper.withItsScanNothing')}>
        {t('paper.deleteSheet')}
      </ConfirmLink>
    </>
  )
}
