import type { ApprovalView } from '@/lib/staff/approvals/list-approvals'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'

type Action = (form: FormData) => Promise<void>

interface Props {
  approval: ApprovalView
  staff: Staff
  actions: Record<'approve' | 'refuse' | 'stop', Action>
}

/** The state of a request, and what the viewer may do about it. */
export function ApprovalDecision({ approval, staff, actions }: Props) {
  const { id, verb, own, unfit, stage } = approval
  const decides = stage === 'waiting' && may(staff.role, 'approval.decide') && may(staff.role, verb)
  const hidden = <input type="hidden" name="id" value={id} />
  return (
    <>
      <p role="status">{said(approval)}</p>
      {decides && (
        <div className="row">
          {!unfit && (
            <form action={actions.approve}>
              {hidden}
              <button type="submit" className="danger">
                Approve
              </button>
            </form>
          )}
          {(own || unfit !== 'own') && (
            <form action={actions.refuse}>
              {hidden}
              <button type="submit">{own ? 'Withdraw request' : 'Refuse'}</button>
            </form>
          )}
        </div>
      )}
      {stage === 'scheduled' && may(staff.role, 'approval.stop') && (
        <form action={actions.stop} className="row">
          {hidden}
          <button type="submit" className="danger">
            Stop
          </button>
        </form>
      )}
    </>
  )
}

function said(approval: ApprovalView): string {
  const { stage, decidedBy, stoppedBy, dueAt } = approval
  switch (stage) {
    case 'agreed':
      return `${decidedBy} approved it, and it was executed.`
    case 'scheduled':
      return `${decidedBy} approved it. It will be executed at ${dueAt?.toISOString().slice(0, 16).replace('T', ' ')} UTC unless someone on the staff stops it first.`
    case 'stopped':
      return stoppedBy
        ? `${stoppedBy} stopped it. Nothing was executed.`
        : 'Stopped by the server: the requester or approver no longer had permission, or what was approved had changed. Nothing was executed.'
    case 'refused':
      return `${decidedBy} refused it. Nothing was executed.`
    case 'void':
      return 'Expired: nobody approved it within 24 hours. Please request it again.'
    case 'waiting':
      return waiting(approval)
  }
}

function waiting({ own, unfit, others, askedBy, verb }: ApprovalView): string {
  const frozen = verb === 'staff.disable' ? ' Until this is decided, they have no access here.' : ''
  if (!unfit) return `${askedBy} requests your approval of exactly this.${frozen}`
  if (unfit === 'bound')
    return `${askedBy} requests a second person’s approval. You cannot give it: one of you invited the other, or changed their access, within the last 14 days.${frozen}`
  if (!own) return `${askedBy} requests a second person’s approval. It concerns you.`
  if (others > 0) return `Awaiting a second person, who cannot be you. The request expires after 24 hours.${frozen}`
  return 'Awaiting a second person, but nobody else can approve it now. A person invited from the server can do so at once: npm run staff:invite -- name@example.org --role owner'
}
