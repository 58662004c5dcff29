import type { ReactNode } from 'react'
import { canApprove } from '@/lib/staff/roles'
import type { StaffMemberView } from '@/lib/staff-accounts/list-staff'
import { ConfirmLink } from './confirm/confirm-link'
import { RoleOptions } from './role-options'

type Name = 'again' | 'changeTheirRole' | 'restoreAccess'
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
      <Act {...form} action={actions.changeTheirRole} title="Role">
        <label htmlFor="role">New role</label>
        <select id="role" name="role" required defaultValue="">
          <RoleOptions but={role} />
        </select>
        <button type="submit">Request role change</button>
      </Act>
      <h2>Access</h2>
      {sessions > 0 && !self && (
        <ConfirmLink act="end-staff-sessions" of={person.id}>
          {`End ${sessions} ${sessions === 1 ? 'session' : 'sessions'}`}
        </ConfirmLink>
      )}
      {factor && (
        <ConfirmLink act="reset-factors" of={person.id} hint="If phone, passkeys and recovery codes are lost.">
          Remove all factors
        </ConfirmLink>
      )}
      <ConfirmLink
        act="disable-access"
        of={person.id}
        hint={canApprove(role) ? 'They are frozen at once; a second person decides.' : 'At once.'}
      >
        Disable access
      </ConfirmLink>
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
