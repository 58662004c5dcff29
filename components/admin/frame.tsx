import type { ReactNode } from 'react'
import { may, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { signOut } from '@/lib/web/admin/sign-out'

const places: [verb: Verb, href: string, name: string][] = [
  ['overview.see', '/admin', 'Overview'],
  ['signature.list', '/admin/signatures', 'Signatures'],
  ['petition.read', '/admin/petitions', 'Petitions'],
  ['bulk.read', '/admin/bulk', 'Bulk actions'],
  ['comment.read', '/admin/comments', 'Comments'],
  ['update.read', '/admin/updates', 'Mailings'],
  ['approval.read', '/admin/approvals', 'Approvals'],
  ['paper.read', '/admin/paper', 'Paper'],
  ['coalition.read', '/admin/coalition', 'Coalition'],
  ['export.read', '/admin/exports', 'Exports'],
  ['audit.read', '/admin/audit', 'Audit log'],
  ['staff.read', '/admin/staff', 'Staff'],
  ['account.manage', '/admin/account', 'Account'],
]

/** A verb's first half: all pages of a room ask for verbs that begin alike. */
const roomOf = (verb: Verb) => verb.split('.')[0]

/** The frame of every admin page; the page's `verb` marks the current section. */
export function Frame({ staff, verb, children }: { staff: Staff; verb: Verb; children: ReactNode }) {
  const here = roomOf(verb)
  return (
    <>
      <header>
        <a className="skip" href="#main">
          Skip to content
        </a>
        <nav aria-label="Admin">
          {places
            .filter(([needed]) => may(staff.role, needed))
            .map(([needed, href, name]) => (
              <a key={href} href={href} aria-current={roomOf(needed) === here || undefined}>
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
