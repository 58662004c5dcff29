import type { ApprovalView } from '@/lib/staff/approvals/list-approvals'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'

type Action = (form: FormData) => Promise<void>

interface Props {
  approval: ApprovalView
  staff: Staff
  actions: Record<'agree' | 'refuse' | 'stop', Action>
}

/** Where it stands, and what the one who looks may do about it. */
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
            <form action={actions.agree}>
              {hidden}
              <button type="submit" className="danger">
                Agree to exactly this
              </button>
            </form>
          )}
          {(own || unfit !== 'own') && (
            <form action={actions.refuse}>
              {hidden}
              <button type="submit">{own ? 'Take it back' : 'Refuse'}</button>
            </form>
          )}
        </div>
      )}
      {stage === 'scheduled' && may(staff.role, 'approval.stop') && (
        <form action={actions.stop} className="row">
          {hidden}
          <button type="submit" className="danger">
            Stop it: nothing is done
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
      return `${decidedBy} agreed, and it was done.`
    case 'scheduled':
      return `${decidedBy} agreed. It is done at ${dueAt?.toISOString().slice(0, 16).replace('T', ' ')} UTC, unless anyone of the staff stops it before.`
    case 'stopped':
      return stoppedBy
        ? `${stoppedBy} stopped it. Nothing was done.`
        : 'Stopped by the server: who asked or agreed no longer may, or it was no longer as agreed. Nothing was done.'
    case 'refused':
      return `${decidedBy} refused. Nothing was done.`
    case 'void':
      return 'Nobody agreed within 24 hours: void. Ask anew.'
    case 'waiting':
      return waiting(approval)
  }
}

function waiting({ own, unfit, others, askedBy, verb }: ApprovalView): string {
  const frozen = verb === 'staff.disable' ? ' Until it is decided, they can do nothing here.' : ''
  if (!unfit) return `${askedBy} asks for your agreement. You agree to exactly this.${frozen}`
  if (unfit === 'bound')
    return `${askedBy} asks for a second person. Not you: one of you two brought the other in within the last 14 days.${frozen}`
  if (!own) return `${askedBy} asks for a second person. It is about you.`
  if (others > 0) return `Waits for a second person, who is not you. After 24 hours it is void.${frozen}`
  return 'Waits for a second person, and nobody else here may agree now. Whoever was invited from the server may at once: npm run staff:invite -- name@example.org --role owner'
}
