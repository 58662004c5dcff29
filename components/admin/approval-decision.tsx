import type { ApprovalView } from '@/lib/staff/approvals/list-approvals'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'

type Action = (form: FormData) => Promise<void>

interface Props {
  approval: ApprovalView
  staff: Staff
  agree: Action
  refuse: Action
}

/** Where it stands, and what the one who looks may do about it. */
export function ApprovalDecision({ approval, staff, agree, refuse }: Props) {
  const { id, verb, own, stage } = approval
  const decides = stage === 'waiting' && may(staff.role, 'approval.decide') && may(staff.role, verb)
  return (
    <>
      <p role="status">{said(approval)}</p>
      {decides && (
        <div className="row">
          {!own && (
            <form action={agree}>
              <input type="hidden" name="id" value={id} />
              <button type="submit" className="danger">
                Agree: it is done at once
              </button>
            </form>
          )}
          <form action={refuse}>
            <input type="hidden" name="id" value={id} />
            <button type="submit">{own ? 'Take it back' : 'Refuse'}</button>
          </form>
        </div>
      )}
    </>
  )
}

function said({ stage, own, others, askedBy, decidedBy }: ApprovalView): string {
  if (stage === 'agreed') return `${decidedBy} agreed, and it was done.`
  if (stage === 'refused') return `${decidedBy} refused. Nothing was done.`
  if (stage === 'void') return 'Nobody agreed within 24 hours: void. Ask anew.'
  if (!own) return `${askedBy} asks for your agreement. You agree to exactly this.`
  if (others > 0) return 'Waits for a second person, who is not you. After 24 hours it is void.'
  return 'Waits for a second person, and nobody else here may agree. An owner can take someone on: npm run staff:invite -- name@example.org --role owner'
}
