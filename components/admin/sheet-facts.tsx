import type { SheetPage } from '@/lib/paper/find-sheet'
import { entered } from './entered'
import { MemberName } from './member-name'
import { PetitionName } from './petition-name'
import { SheetState } from './sheet-table'
import { StepButton } from './step-button'
import { Time } from './time'
import { t } from './words'

interface Props {
  sheet: SheetPage
  /** Null for roles that may not open it. */
  open: ((form: FormData) => Promise<void>) | null
  /** Set once the opening was logged. */
  collector: string | null
}

/** A sheet's data; its scan and collector for roles that may open them. */
export function SheetFacts({ sheet, open, collector }: Props) {
  const { id, petition, place, serial, via, signedOn, enteredBy, enteredAt, signatures, rounds } = sheet
  return (
    <>
      <dl>
        <dt>{t('common.state')}</dt>
        <dd>
          <SheetState sheet={sheet} />
        </dd>
        <dt>{t('common.petition')}</dt>
        <dd>
          <PetitionName slug={petition} />
        </dd>
        <dt>{t('paper.placeDay')}</dt>
        <dd>
          <bdi>{place}</bdi>, {signedOn.toISOString().slice(0, 10)}
        </dd>
        {serial && (
          <>
            <dt>{t('paper.serial')}</dt>
            <dd>{serial}</dd>
          </>
        )}
        {via && (
          <>
            <dt>{t('common.member')}</dt>
            <dd>
              <MemberName slug={via} />
            </dd>
          </>
        )}
        <dt>{t('paper.entered')}</dt>
        <dd>{t.rich('paper.by', { enteredBy: entered(enteredBy), time: () => <Time at={enteredAt} zone /> })}</dd>
        {signatures !== null && (
          <>
            <dt>{t('paper.validSignatures')}</dt>
            <dd>{signatures.toLocaleString('en')}</dd>
            <dt>{t('paper.inTheLedger')}</dt>
            <dd>{ledgerWords(sheet)}</dd>
            <dt>{t('paper.hashOfItsRecord')}</dt>
            <dd>
              <code>{sheet.recordHash}</code>
            </dd>
          </>
        )}
        <dt>{t('paper.collectedBy')}</dt>
        <dd>
          {collector ? (
            <bdi>{collector}</bdi>
          ) : open ? (
            <StepButton action={open} hidden={{ id }}>
              {t('paper.showCollectorLogged')}
            </StepButton>
          ) : (
            t('common.sealedYourRoleHas')
          )}
        </dd>
        <dt>{t('paper.scan')}</dt>
        <dd>
          {open ? (
            <form action={`/admin/paper/${id}/scan`} method="post" className="row">
              <button type="submit">{t('paper.openScanLogged')}</button>
            </form>
          ) : (
            t('common.sealedYourRoleHas')
          )}
        </dd>
      </dl>
      {rounds.length > 0 && (
        <>
          <h2>{t('paper.counts')}</h2>
          <ul>
            {rounds.map(({ round, numbers: { first, second } }) => (
              <li key={round}>
                {t.rich(first?.number === second?.number ? 'paper.roundMatches' : 'paper.roundDiffers', {
                  round,
                  first: first?.number,
                  firstBy: entered(first?.by ?? ''),
                  second: second?.number,
                  secondBy: entered(second?.by ?? ''),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function ledgerWords({ state, leafIndex, retractedIndex }: SheetPage): string {
  if (leafIndex === null) return state === 'withdrawn' ? t('paper.neverEntered') : t('paper.withinMinutes')
  const leaf = String(leafIndex)
  if (retractedIndex !== null) return t('paper.retractedBy', { leaf, retracted: String(retractedIndex) })
  return state === 'withdrawn' ? t('paper.retractionSoon', { leaf }) : t('paper.entry', { leaf })
}
