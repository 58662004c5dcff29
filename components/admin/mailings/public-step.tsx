import type { MailingView } from '@/lib/mailings/find-mailing'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { ConfirmLink } from '../confirm/confirm-link'
import { Time } from '../time'
import { t } from '../words'

/** Whether a sent mailing is published on its petition's page, and the button to change that. */
export function PublicStep({ update, staff }: { update: MailingView; staff: Staff }) {
  const { id, stage, publicAt, waiting } = update
  if (stage === 'draft') return null
  return (
    <>
      <h2>{t('updates.onThePetitionsPage')}</h2>
      {publicAt ? (
        <p>{t.rich('updates.shownSince', { time: () => <Time at={publicAt} zone /> })}</p>
      ) : (
        <p>{t('updates.notShownThere')}</p>
      )}
      {waiting && (
        <p>
          <a href={`/admin/approvals/${waiting}`}>{t('updates.publicationWaits')}</a>
        </p>
      )}
      {may(staff.role, 'update.publish') && !publicAt && !waiting && (
        <ConfirmLink act="publish-update" of={id}>
          {t('updates.publishThere')}
        </ConfirmLink>
      )}
      {may(staff.role, 'update.write') && publicAt && (
        <ConfirmLink act="hide-update" of={id}>
          {t('updates.takeOff')}
        </ConfirmLink>
      )}
    </>
  )
}
