import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { removalOf } from '@/lib/petitions/admin/remove'
import { sourceLocale } from '@/messages/translator'
import { ConfirmLink } from '../confirm/confirm-link'
import { languageName } from '../display-names'
import { t } from '../words'

/** The steps possible in a petition's state; each leads to a page that explains it. */
export function PetitionSteps({ found }: { found: PetitionForAdmin }) {
  const { id, status, removedAt } = found.petition
  if (removedAt) {
    return (
      <>
        <h2>{t('common.actions')}</h2>
        <ConfirmLink act="republish-petition" of={id} hint={t('petitions.thePublicCanRead')}>
          {t('common.publishAgain')}
        </ConfirmLink>
      </>
    )
  }
  const removal = removalOf(found.petition)
  return (
    <>
      <h2>{t('common.actions')}</h2>
      {status === 'draft' && <OpenStep found={found} />}
      {status === 'open' && (
        <ConfirmLink act="close-petition" of={id}>
          {t('petitions.closePetition')}
        </ConfirmLink>
      )}
      {status === 'closed' && (
        <ConfirmLink act="reopen-petition" of={id} hint={t('petitions.peopleCanSignAgain')}>
          {t('petitions.reopenPetition')}
        </ConfirmLink>
      )}
      {['open', 'closed', 'delivered'].includes(status) && (
        <ConfirmLink act="win-petition" of={id}>
          {t('petitions.markAsWon')}
        </ConfirmLink>
      )}
      {['won', 'delivered'].includes(status) && (
        <ConfirmLink act="take-back-petition" of={id}>
          {t(status === 'won' ? 'petitions.undoWon' : 'petitions.undoDelivered')}
        </ConfirmLink>
      )}
      {status !== 'draft' && (
        <p>
          <a href={`/admin/petitions/${id}/hand-over`}>{t('petitions.deliverItToWhom')}</a>
        </p>
      )}
      {['open', 'closed', 'won'].includes(status) && (
        <ConfirmLink act="deliver-petition" of={id} hint={t('petitions.signersPersonalDataAre')}>
          {t('petitions.markAsDelivered')}
        </ConfirmLink>
      )}
      <p className="row">
        <a className="button" href={`/admin/petitions/new?from=${id}`}>
          {t('petitions.copyPetition')}
        </a>
        <span className="hint">{t('petitions.copyHint')}</span>
      </p>
      {removal && (
        <ConfirmLink act="remove-petition" of={id} hint={t('petitions.takesTwoPeopleAnd')}>
          {removal === 'delete' ? t('common.deleteDraft') : t('petitions.unpublish')}
        </ConfirmLink>
      )}
    </>
  )
}

/** The link to open a draft, or what it still needs. */
function OpenStep({ found }: { found: PetitionForAdmin }) {
  if (needsEnglish(found)) return <PublishEnglish />
  const published = found.languages.filter((one) => one.published).map(({ locale }) => locale)
  return (
    <ConfirmLink
      act="open-petition"
      of={found.petition.id}
      hint={t('petitions.inLanguages', { languages: published.map((locale) => languageName(locale)).join(', ') })}
    >
      {t('petitions.openPetition')}
    </ConfirmLink>
  )
}

/** Tells whether a draft cannot be opened because it has no English text. */
export function needsEnglish({ petition, languages }: PetitionForAdmin): boolean {
  return petition.status === 'draft' && !languages.some((one) => one.locale === sourceLocale && one.published)
}

export function PublishEnglish() {
  return <p>{t('petitions.publishTheEnglishText')}</p>
}
