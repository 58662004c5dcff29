import type { ApprovalView } from '@/lib/staff/approvals/list-approvals'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { momentInWords } from '@/lib/text/time-zone'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { readerZone } from '@/lib/web/admin/reader-zone'
import { t } from '../words'

type Action = (form: FormData) => Promise<void>

interface Props {
  approval: ApprovalView
  staff: Staff
  actions: Record<'approve' | 'refuse' | 'stop', Action>
}

/** The state of a request, and what the viewer may do about it. */
export async function ApprovalDecision({ approval, staff, actions }: Props) {
  const { id, verb, own, unfit, stage } = approval
  const decides = stage === 'waiting' && may(staff.role, 'approval.decide') && may(staff.role, verb)
  const hidden = <input type="hidden" name="id" value={id} />
  return (
    <>
      <p role="status">{said(approval, await readerZone())}</p>
      {decides && (
        <div className="row">
          {!unfit && (
            <form action={actions.approve}>
              {hidden}
              <button type="submit" className="danger">
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
          <button type="submit" className="danger">
            {t('common.stop')}
          </button>
        </form>
      )}
    </>
  )
}

function said(approval: ApprovalView, zone: string): string {
  const { stage, decidedBy, stoppedBy, dueAt } = approval
  switch (stage) {
    case 'agreed':
      return t('approvals.approvedItAndIt', { decidedBy })
    case 'scheduled':
      return t('approvals.scheduled', {
        decidedBy: decidedBy ?? '',
        at: dueAt ? momentInWords(dueAt, zone, readerLanguage()) : '',
      })
    case 'stopped':
      return stoppedBy ? t('approvals.stoppedItNothingWas', { stoppedBy }) : t('approvals.stoppedByTheServer')
    case 'refused':
      return t('approvals.refusedItNothingWas', { decidedBy })
    case 'void':
      return t('common.expiredNobodyApprovedIt')
    case 'waiting':
      return waiting(approval)
  }
}

function waiting({ own, unfit, others, askedBy, verb }: ApprovalView): string {
  const frozen = verb === 'staff.disable' ? ` ${t('approvals.frozenUntilThen')}` : ''
  if (!unfit) return t('approvals.exactlyThis', { askedBy }) + frozen
  if (unfit === 'bound') return t('approvals.boundToYou', { askedBy }) + frozen
  if (!own) return t('approvals.requestsASecondPersons', { askedBy })
  if (others > 0) return t('approvals.awaitingSecond') + frozen
  return t('approvals.awaitingASecondPerson')
}
