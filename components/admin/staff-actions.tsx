import type { ReactNode } from 'react'
import { canApprove } from '@/lib/staff/roles'
import type { StaffMemberView } from '@/lib/staff-accounts/list-staff'
import { codeName } from './code-name'
import { ConfirmLink } from './confirm/confirm-link'
import { RoleOptions } from './role-options'
import { t } from './words'

type Name = 'again' | 'changeTheirRole' | 'restoreAccess'
type Action = (form: FormData) => Promise<void>

interface Props {
  person: StaffMemberView
  actions: Record<Name, Action>
  /** It is the viewer. */
  self: boolean
  /** The typed reason, if the form came back. */
  reason: string
}

/** An owner's actions on a member of staff, each with its consequence, and whether it needs approval. */
export function StaffActions({ person, actions, self, reason }: Props) {
  const { role, factor, sessions, disabledAt } = person
  const form = { person, reason }
  if (disabledAt) {
    return (
      <Act {...form} action={actions.restoreAccess} name="restore-access" title={t('staff.restoreAccess')}>
        <button type="submit">{t('staff.requestAccessAs', { role: codeName(role).toLowerCase() })}</button>
      </Act>
    )
  }
  return (
    <>
      {!factor && (
        <Act
          {...form}
          action={actions.again}
          name="invitation-not-accepted"
          title={t('staff.invitationNotAccepted')}
          bare
        >
          <button type="submit">{t('staff.resendInvitation')}</button>
        </Act>
      )}
      <Act {...form} action={actions.changeTheirRole} name="role" title={t('common.role')}>
        <label htmlFor="role">{t('staff.newRole')}</label>
        <select id="role" name="role" required defaultValue="">
          <RoleOptions but={role} />
        </select>
        <button type="submit">{t('staff.requestRoleChange')}</button>
      </Act>
      <h2>{t('staff.access')}</h2>
      {sessions > 0 && !self && (
        <ConfirmLink act="end-staff-sessions" of={person.id}>
          {t('staff.endSessions', { sessions })}
        </ConfirmLink>
      )}
      {factor && (
        <ConfirmLink act="reset-factors" of={person.id} hint={t('staff.ifPhonePasskeysAnd')}>
          {t('staff.removeAllFactors')}
        </ConfirmLink>
      )}
      <ConfirmLink
        act="disable-access"
        of={person.id}
        hint={canApprove(role) ? t('staff.theyAreFrozenAt') : t('staff.atOnce')}
      >
        {t('staff.disableAccess')}
      </ConfirmLink>
    </>
  )
}

interface ActProps {
  /** Part of the id of its field. */
  name: string
  person: StaffMemberView
  reason: string
  action: Action
  title: string
  /** Needs no reason. */
  bare?: boolean
  children: ReactNode
}

function Act({ name, person, reason, action, title, bare = false, children }: ActProps) {
  const id = `why-${name}`
  return (
    <>
      <h2>{title}</h2>
      <form action={action} className="stack">
        <input type="hidden" name="id" value={person.id} />
        <input type="hidden" name="expected" value={person.role} />
        {!bare && (
          <>
            <label htmlFor={id}>{t('staff.reasonLoggedNoNames')}</label>
            <input id={id} name="reason" required maxLength={300} defaultValue={reason} />
          </>
        )}
        {children}
      </form>
    </>
  )
}
