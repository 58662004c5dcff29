import { MAX_COUNTED } from '@/lib/input/max-counted'
import type { MailingView } from '@/lib/mailings/find-mailing'
import { SOLO_RECIPIENTS } from '@/lib/mailings/solo-mailing'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { ConfirmLink } from '../confirm/confirm-link'
import { Live, RUNNING, WAITING } from '../live'
import { Time } from '../time'
import { t, tOf } from '../words'

type Action = (form: FormData) => Promise<void>

interface Props {
  update: MailingView
  staff: Staff
  actions: Record<'stop' | 'resume', Action>
}

const n = (value: number) => value.toLocaleString('en')

/** The state of a mailing, and the viewer's actions on it. */
export function UpdateStage(props: Props) {
  const { update, staff, actions } = props
  const sends = may(staff.role, 'update.send')
  if (update.stage === 'draft') return <Draft {...props} />
  return (
    <>
      <Progress update={update} />
      <div className="row">
        {update.stage === 'sending' && sends && !update.allQueued && (
          <form action={actions.stop}>
            <input type="hidden" name="id" value={update.id} />
            <button type="submit">{t('common.stop')}</button>
            <span className="hint">{t('updates.upToQueuedEmails', { waitingMails: update.waitingMails })}</span>
          </form>
        )}
        {update.stage === 'stopped' && sends && (
          <form action={actions.resume}>
            <input type="hidden" name="id" value={update.id} />
            <button type="submit" className="main">
              {t('updates.resume')}
            </button>
            <span className="hint">
              {t('updates.emailsLeft', { left: Math.max(0, update.recipients - update.queued) })}
              {!update.approvedBy && ` ${t('updates.endsAfterADay')}`}
            </span>
          </form>
        )}
      </div>
    </>
  )
}

function Draft({ update, staff }: Props) {
  const { id, recipientsNow, waiting, languages } = update
  const count = recipientsNow ?? 0
  return (
    <>
      <Live state={waiting ?? 'draft'} every={waiting ? WAITING : null}>
        <p role="status">
          {t.rich('updates.draftWouldGo', {
            count: Math.min(count, MAX_COUNTED),
            more: String(count > MAX_COUNTED),
            strong: (inner) => <strong>{inner}</strong>,
          })}{' '}
          {waiting && <a href={`/admin/approvals/${waiting}`}>{t('updates.awaitingASecondPerson')}</a>}
          {!languages.includes('en') && t('updates.itNeedsAnEnglish')}
        </p>
      </Live>
      {may(staff.role, 'update.send') && languages.includes('en') && count > 0 && !waiting && (
        <ConfirmLink act="send-update" of={id}>
          {count > SOLO_RECIPIENTS ? t('updates.requestSending') : t('updates.sendUpdate')}
        </ConfirmLink>
      )}
      {may(staff.role, 'update.write') && (
        <ConfirmLink act="discard-update" of={id}>
          {t('common.deleteDraft')}
        </ConfirmLink>
      )}
    </>
  )
}

function Progress({ update }: { update: MailingView }) {
  const { stage, recipients, accepted, refused, dropped, startedAt, startedBy, approvedBy, endedAt } = update
  const settled = accepted + refused + dropped
  return (
    <Live state={stage} every={stage === 'sending' ? RUNNING : null}>
      <p role="status">
        {stage === 'done' && !update.allQueued ? t('updates.endedStopped') : tOf('mailingStage', stage)}{' '}
        <progress value={settled} max={Math.max(recipients, settled, 1)} aria-label={t('common.progress')} />{' '}
        {t('updates.settledOf', { settled, recipients })}
      </p>
      <dl>
        <dt>{t('updates.acceptedByTheMail')}</dt>
        <dd>{n(accepted)}</dd>
        <dt>{t('updates.refused')}</dt>
        <dd>{n(refused)}</dd>
        <dt>{t('updates.skippedUnsubscribedWithdrawnOr')}</dt>
        <dd>{n(dropped)}</dd>
        <dt>{t('updates.inTheQueue')}</dt>
        <dd>{n(update.waitingMails)}</dd>
        <dt>{t('updates.started')}</dt>
        <dd>
          {t(approvedBy ? 'updates.byWith' : 'updates.byOne', {
            startedBy: startedBy ?? t('updates.gone'),
            approvedBy: approvedBy ?? '',
          })}
          {startedAt && (
            <>
              , <Time at={startedAt} zone />
            </>
          )}
        </dd>
        {endedAt && (
          <>
            <dt>{t('updates.ended')}</dt>
            <dd>
              <Time at={endedAt} zone />
            </dd>
          </>
        )}
      </dl>
    </Live>
  )
}
