import type { ReactNode } from 'react'
import { may, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { signOut } from '@/lib/web/desk/sign-out'

const places: [verb: Verb, href: string, name: string][] = [
  ['desk.see', '/admin', 'Overview'],
  ['signature.list', '/admin/signatures', 'Signatures'],
  ['petition.read', '/admin/petitions', 'Petitions'],
  ['bulk.read', '/admin/bulk', 'Acts on many'],
  ['comment.read', '/admin/comments', 'Comments'],
  ['update.read', '/admin/updates', 'Updates'],
  ['approval.read', '/admin/approvals', 'Two people'],
  ['paper.read', '/admin/paper', 'Paper'],
  ['coalition.read', '/admin/coalition', 'Coalition'],
  ['export.read', '/admin/exports', 'Exports'],
  ['audit.read', '/admin/audit', 'Record'],
  ['staff.read', '/admin/staff', 'Staff'],
  ['account.manage', '/admin/account', 'Account'],
]

/** What stands around every page of the desk. */
export function Frame({ staff, children }: { staff: Staff; children: ReactNode }) {
  return (
    <>
      <header>
        <a className="skip" href="#main">
          Skip to content
        </a>
        <nav aria-label="Desk">
          {places
            .filter(([verb]) => may(staff.role, verb))
            .map(([, href, name]) => (
              <a key={href} href={href}>
                {name}
              </a>
            ))}
        </nav>
        <form className="who" action={signOut}>
          {staff.email} <span className="tag">{staff.role}</span> <button type="submit">Sign out</button>
        </form>
      </header>
      <main id="main">{children}</main>
    </>
  )
}
