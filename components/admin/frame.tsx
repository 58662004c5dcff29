import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import type { QueueName, Waiting } from '@/lib/overview/find-waiting'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { signOut } from '@/lib/web/admin/sign-out'
import { KeptHere } from './kept-here'
import { Badge, SideNav } from './side-nav'

interface Props {
  staff: Staff
  /** What waits for this person. */
  waiting: Partial<Record<QueueName, Waiting>>
  children: ReactNode
}

/**
 * The frame of every admin page. There is one navigation: a column beside the page, and on a narrow screen a drawer
 * that a button opens. It is a popover, so it needs no script.
 */
export async function Frame({ staff, waiting, children }: Props) {
  // Set by proxy.ts; it marks the current place and decides nothing else.
  const at = (await headers()).get('x-admin-address') ?? '/admin'
  return (
    <div className="shell">
      <div className="skips">
        <a className="skip" href="#main">
          Skip to content
        </a>
        <a className="skip to-list" href="#list">
          Skip to list
        </a>
      </div>
      <nav aria-label="Admin" className="side" id="places" popover="auto">
        <SideNav staff={staff} at={at} waiting={waiting} />
        <form className="who" action={signOut}>
          <a href="/admin/account" aria-current={at.startsWith('/admin/account') ? 'page' : undefined}>
            Account
          </a>
          <span className="email">{staff.email}</span>
          <span className="tag">{staff.role}</span> <button type="submit">Sign out</button>
        </form>
      </nav>
      <nav aria-label="Quick links" className="bar">
        <a href="/admin">Home</a>
        <a href="/admin/approvals">
          Approvals
          <Badge place={{ queue: 'approvals' }} waiting={waiting} />
        </a>
        {may(staff.role, 'signature.list') ? (
          <a href="/admin/signatures">Signatures</a>
        ) : (
          <a href="/admin/petitions">Petitions</a>
        )}
        <button type="button" popoverTarget="places">
          Menu
        </button>
      </nav>
      <main id="main" tabIndex={-1}>
        <KeptHere staff={staff} at={at} />
        {children}
      </main>
    </div>
  )
}
