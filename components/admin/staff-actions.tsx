import type { ReactNode } from 'react'
import type { StaffMemberView } from '@/lib/staff/accounts/list-staff'
import { mayApproveAnything } from '@/lib/staff/roles'
import { RoleOptions } from './role-options'

type Name = 'again' | 'changeTheirRole' | 'endTheirs' | 'letBackIn' | 'newFactor' | 'shutOutOne'
type Action = (form: FormData) => Promise<void>

interface Props {
  colleague: StaffMemberView
  actions: Record<Name, Action>
  /** The one who looks. */
  self: boolean
  /** What was typed before, if it came back. */
  reason: string
}

/** What an owner may do about somebody; each says what follows, and whether it takes a second person. */
export function ColleagueActions({ colleague, actions, self, reason }: Props) {
  const { role, factor, sessions, disabledAt } = colleague
  const form = { colleague, reason }
  if (disabledAt) {
    return (
      <Act {...form} action={actions.letBackIn} title="Let them back in">
        <button type="submit">Ask a second person to let them in as {role}</button>
      </Act>
    )
  }
  return (
    <>
      {!factor && (
        <Act {...form} action={actions.again} title="They have not come yet" bare>
          <button type="submit">Mail another link</button>
        </Act>
      )}
      {sessions > 0 && !self && (
        <Act {...form} action={actions.endTheirs} title="End sessions" bare>
          <button type="submit" className="danger">
            End their {sessions} {sessions === 1 ? 'session' : 'sessions'} now
          </button>
        </Act>
      )}
      <Act {...form} action={actions.changeTheirRole} title="Another role">
        <label htmlFor="role">New role</label>
        <select id="role" name="role" required defaultValue="">
          <RoleOptions but={role} />
        </select>
        <button type="submit">Ask a second person to change it</button>
      </Act>
      {factor && (
        <Act {...form} action={actions.newFactor} title="Phone, passkeys and recovery codes are lost">
          <button type="submit" className="danger">
            Ask a second person to remove all their factors
          </button>
          <p className="hint">
            Speak with them first, by a number you know. Until they set up a new one, their mailbox alone lets them in.
          </p>
        </Act>
      )}
      <Act {...form} action={actions.shutOutOne} title="Shut out">
        <button type="submit" className="danger">
          {mayApproveAnything(role)
            ? `Freeze this ${role} now, and ask a second person to shut them out`
            : `Shut out now, and end their ${sessions} ${sessions === 1 ? 'session' : 'sessions'}`}
        </button>
      </Act>
    </>
  )
}

interface ActProps {
  colleague: StaffMemberView
  reason: string
  action: Action
  title: string
  /** Needs no reason. */
  bare?: boolean
  children: ReactNode
}

function Act({ colleague, reason, action, title, bare = false, children }: ActProps) {
  const id = `why-${title.toLowerCase().replace(/\W+/g, '-')}`
  return (
    <>
      <h2>{title}</h2>
      <form action={action} className="stack">
        <input type="hidden" name="id" value={colleague.id} />
        <input type="hidden" name="seen" value={colleague.role} />
        {!bare && (
          <>
            <label htmlFor={id}>Why (kept in the record; no names)</label>
            <input id={id} name="reason" required maxLength={300} defaultValue={reason} />
          </>
        )}
        {children}
      </form>
    </>
  )
}
