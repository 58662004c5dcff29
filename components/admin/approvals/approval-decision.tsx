import type { ReactNode } from 'react'
import type { ApprovalView } from '@/lib/staff/approvals/list-approvals'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { momentInWords } from '@/lib/text/time-zone'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { readerZone } from '@/lib/web/admin/reader-zone'
import { entered } from '../entered'
import { Live, WAITING } from '../live'
import { t } from '../words'
import { takesAway } from './takes-away'

type Action = (form: FormData) => Promise<void>

interface Props {
  approval: ApprovalView
  staff: Staff
  actions: Record<'approve' | 'refuse' | 'stop', Action>
}

/** The state of a request, and the viewer's actions on it. */
export function ApprovalDecision({ approval, staff, actions }: Props) {
  const { id, verb, own, unfit, stage } = approval
  const decides = stage === 'waiting' && may(staff.role, 'approval.decide') && may(staff.role, verb)
  const hidden = <input type="hidden" name="id" value={id} />
  return (
    <>
      <Live state={`${stage} ${unfit}`} every={stage === 'scheduled' || (stage === 'waiting' && own) ? WAITING : null}>
        <p role="status">{said(approval, readerZone())}</p>
      </Live>
      {decides && (
        <div className="row confirm">
          {!unfit && (
            <form action={actions.approve}>
              {hidden}
              <button type="submit" className={takesAway(approval) ? 'danger' : 'main'}>
                {t('common.approve')}
              </button>
            </form>
          )}
          {(own || unfit !== 'own') && (
            <form action={actions.refuse}>
              {hidden}
              <button type="submit">{own ? t('approvals.withdrawRequest') : t('approvals.refuse')}</button>
            </form>
          )}
        </div>
      )}
      {stage === 'scheduled' && may(staff.role, 'approval.stop') && (
        <form action={actions.stop} className="row">
          {hidden}
          <button type="submit">{t('common.stop')}</button>
        </form>
      )}
    </>
  )
}

function said(approval: ApprovalView, zone: string): ReactNode {
  const { stage, decidedBy, stoppedBy, dueAt } = approval
  switch (stage) {
    case 'agreed':
      return t.rich('approvals.approvedItAndIt', { decidedBy: entered(decidedBy ?? '') })
    case 'scheduled':
      return t.rich('approvals.scheduled', {
        decidedBy: entered(decidedBy ?? ''),
        at: dueAt ? momentInWords(dueAt, zone, readerLanguage()) : '',
      })
    case 'stopped':
      return stoppedBy
        ? t.rich('approvals.stoppedItNothingWas', { stoppedBy: entered(stoppedBy) })
        : t('approvals.stoppedByTheServer')
    case 'refused':
      return t.rich('approvals.refusedItNothingWas', { decidedBy: entered(decidedBy ?? '') })
    case 'void':
      return t('common.expiredNobodyApprovedIt')
    case 'waiting':
      return waiting(approval)
  }
}

function waiting(approval: ApprovalView): ReactNode {
  const { own, unfit, others, verb } = approval
  const frozen = verb === 'staff.disable' && (!unfit || unfit === 'bound' || (own && others > 0))
  return (
    <>
      {whoseTurn(approval)}
      {frozen && ` ${t('approvals.frozenUntilThen')}`}
    </>
  )
}

function whoseTurn({ own, unfit, others, askedBy }: ApprovalView): ReactNode {
  const asker = { askedBy: entered(askedBy) }
  if (!unfit) return t.rich('approvals.exactlyThis', asker)
  if (unfit === 'bound') return t.rich('approvals.boundToYou', asker)
  if (!own) return t.rich('approvals.requestsASecondPersons', asker)
  return t(others > 0 ? 'approvals.awaitingSecond' : 'approvals.awaitingASecondPerson')
}
