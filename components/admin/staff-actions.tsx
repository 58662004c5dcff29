import type { ReactNode } from 'react'
import { canApprove } from '@/lib/staff/roles'
import type { StaffMemberView } from '@/lib/staff-accounts/list-staff'
import { RoleOptions } from './role-options'

type Name = 'again' | 'changeTheirRole' | 'endStaffSessions' | 'restoreAccess' | 'newFactor' | 'shutOutOne'
type Action = (form: FormData) => Promise<void>

interface Props {
  person: StaffMemberView
  actions: Record<Name, Action>
  /** Whether it is the viewer. */
  self: boolean
  /** What was typed before, if it came back. */
  reason: string
}

/** What an owner may do about a member of staff; each action says what happens, and whether it needs approval. */
export function StaffActions({ person, actions, self, reason }: Props) {
  const { role, factor, sessions, disabledAt } = person
  const form = { person, reason }
  if (disabledAt) {
    return (
      <Act {...form} action={actions.restoreAccess} title="Restore access">
        <button type="submit">Request access as {role}</button>
      </Act>
    )
  }
  return (
    <>
      {!factor && (
        <Act {...form} action={actions.again} title="Invitation not accepted" bare>
          <button type="submit">Resend invitation</button>
        </Act>
      )}
      {sessions > 0 && !self && (
        <Act {...form} action={actions.endStaffSessions} title="End sessions" bare>
          <button type="submit" className="danger">
            End {sessions} {sessions === 1 ? 'session' : 'sessions'}
          </button>
        </Act>
      )}
      <Act {...form} action={actions.changeTheirRole} title="Role">
        <label htmlFor="role">New role</label>
        <select id="role" name="role" required defaultValue="">
          <RoleOptions but={role} />
        </select>
        <button type="submit">Request role change</button>
      </Act>
      {factor && (
        <Act {...form} action={actions.newFactor} title="All factors lost">
          <button type="submit" className="danger">
            Request removal of all factors
          </button>
          <p className="hint">
            Speak with them first, on a number you know. Until they set up a new factor, their mailbox alone lets them
            in.
          </p>
        </Act>
      )}
      <Act {...form} action={actions.shutOutOne} title="Disable access">
        <button type="submit" className="danger">
          {canApprove(role) ? `Freeze this ${role} and request approval` : 'Disable access'}
        </button>
        <p className="hint">
          {canApprove(role)
            ? 'They are frozen at once; a second person decides within 24 hours.'
            : `At once. Ends ${sessions} ${sessions === 1 ? 'session' : 'sessions'}.`}
        </p>
      </Act>
    </>
  )
}

interface ActProps {
  person: StaffMemberView
  reason: string
  action: Action
  title: string
  /** Needs no reason. */
  bare?: boolean
  children: ReactNode
}

function Act({ person, reason, action, title, bare = false, children }: ActProps) {
  const id = `why-${title.toLowerCase().replace(/\W+/g, '-')}`
  return (
    <>
      <h2>{title}</h2>
      <form action={action} className="stack">
        <input type="hidden" name="id" value={person.id} />
        <input type="hidden" name="expected" value={person.role} />
        {!bare && (
          <>
            <label htmlFor={id}>Reason (logged; no names)</label>
            <input id={id} name="reason" required maxLength={300} defaultValue={reason} />
          </>
        )}
        {children}
      </form>
    </>
  )
}
