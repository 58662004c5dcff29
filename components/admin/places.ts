import type { QueueName } from '@/lib/overview/find-waiting'
import type { Verb } from '@/lib/staff/roles'

export interface Place {
  verb: Verb
  href: string
  name: string
  /** The queue whose number stands beside it. */
  queue?: QueueName
}

/** All places of the admin area, in the order of the navigation. The first group has no heading. */
export const places: { name: string; places: Place[] }[] = [
  {
    name: '',
    places: [
      { verb: 'overview.see', href: '/admin', name: 'Home' },
      { verb: 'approval.read', href: '/admin/approvals', name: 'Approvals', queue: 'approvals' },
    ],
  },
  {
    name: 'Review',
    places: [
      { verb: 'signature.release', href: '/admin/review/held', name: 'Held signatures', queue: 'held' },
      { verb: 'signature.release', href: '/admin/signatures?sort=appeal', name: 'Appeals', queue: 'appeals' },
      { verb: 'comment.read', href: '/admin/comments', name: 'Comments', queue: 'comments' },
      { verb: 'paper.read', href: '/admin/paper', name: 'Paper sheets', queue: 'paper' },
    ],
  },
  {
    name: 'Signatures',
    places: [
      { verb: 'signature.list', href: '/admin/signatures', name: 'All signatures' },
      { verb: 'bulk.ask', href: '/admin/signatures/activity', name: 'Suspicious activity' },
      { verb: 'bulk.read', href: '/admin/bulk', name: 'Bulk actions' },
      { verb: 'export.read', href: '/admin/exports', name: 'Exports' },
      { verb: 'overview.see', href: '/admin/reports', name: 'Reports' },
    ],
  },
  {
    name: 'Campaign',
    places: [
      { verb: 'petition.read', href: '/admin/petitions', name: 'Petitions' },
      { verb: 'update.read', href: '/admin/updates', name: 'Mailings' },
    ],
  },
  {
    name: 'Coalition',
    places: [
      { verb: 'coalition.read', href: '/admin/coalition/members', name: 'Members' },
      {
        verb: 'coalition.open',
        href: '/admin/coalition/applications',
        name: 'Applications',
        queue: 'applications',
      },
      { verb: 'coalition.read', href: '/admin/coalition/letters', name: 'Letters' },
      {
        verb: 'coalition.read',
        href: '/admin/coalition/co-signatures',
        name: 'Co-signatures',
        queue: 'coSignatures',
      },
      { verb: 'coalition.read', href: '/admin/coalition/activities', name: 'Activities' },
      { verb: 'coalition.read', href: '/admin/coalition/statement', name: 'Statement' },
      { verb: 'coalition.read', href: '/admin/coalition/governments', name: 'Government addresses' },
      { verb: 'coalition.read', href: '/admin/coalition/documents', name: 'Documents' },
      { verb: 'coalition.read', href: '/admin/coalition/sources', name: 'Sources' },
      { verb: 'coalition.read', href: '/admin/coalition/site-texts', name: 'Site texts' },
    ],
  },
  {
    name: 'Administration',
    places: [
      { verb: 'staff.read', href: '/admin/staff', name: 'Staff' },
      { verb: 'webhook.read', href: '/admin/webhooks', name: 'Webhooks' },
      { verb: 'audit.read', href: '/admin/audit', name: 'Audit log' },
      { verb: 'overview.see', href: '/admin/status', name: 'System status' },
    ],
  },
]

/**
 * The place that a page belongs to: the one whose path leads furthest to it, and of those with a query the one that asks
 * for the same list.
 * @param at path and query of the page
 */
export function placeOf(at: string): Place | null {
  const { pathname, searchParams } = new URL(at, 'http://admin.invalid')
  const fits = (place: Place) => {
    const { pathname: path, searchParams: asked } = new URL(place.href, 'http://admin.invalid')
    const isThere = pathname === path || (path !== '/admin' && pathname.startsWith(`${path}/`))
    if (!isThere) return -1
    const same = [...asked].every(([name, value]) => searchParams.get(name) === value)
    return same ? place.href.length : -1
  }
  const all = places.flatMap((group) => group.places)
  const [best] = all.map((place) => ({ place, score: fits(place) })).toSorted((a, b) => b.score - a.score)
  return best && best.score >= 0 ? best.place : null
}
