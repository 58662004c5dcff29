import type { QueueName } from '@/lib/overview/find-waiting'
import type { Verb } from '@/lib/staff/roles'
import type { AdminKey } from '@/messages/admin/translator'

export interface Place {
  verb: Verb
  href: string
  name: AdminKey
  /** The key that goes there after `g` (public/keys.js). */
  go?: string
  /** The queue whose number is shown beside it. */
  queue?: QueueName
  /** A second page of the same place, which has that queue. */
  second?: { verb: Verb; href: string; name: AdminKey }
}

/** All places of the navigation, in order. The first group has no heading. */
export const places: { name: AdminKey | ''; places: Place[] }[] = [
  {
    name: '',
    places: [
      { verb: 'overview.see', href: '/admin', name: 'place.home', go: 'h' },
      { verb: 'approval.read', href: '/admin/approvals', name: 'place.approvals', go: 'a', queue: 'approvals' },
    ],
  },
  {
    name: 'place.review',
    places: [
      { verb: 'signature.release', href: '/admin/review/held', name: 'place.heldSignatures', go: 'r', queue: 'held' },
      { verb: 'signature.release', href: '/admin/review/appeals', name: 'place.appeals', queue: 'appeals' },
      { verb: 'comment.read', href: '/admin/comments', name: 'place.comments', go: 'c', queue: 'comments' },
      { verb: 'paper.read', href: '/admin/paper', name: 'place.paperSheets', queue: 'paper' },
    ],
  },
  {
    name: 'place.signatures',
    places: [
      { verb: 'signature.list', href: '/admin/signatures', name: 'place.allSignatures', go: 's' },
      { verb: 'bulk.ask', href: '/admin/signatures/activity', name: 'place.suspiciousActivity' },
      { verb: 'bulk.read', href: '/admin/bulk', name: 'place.bulkActions' },
      { verb: 'export.read', href: '/admin/exports', name: 'place.exports' },
      { verb: 'overview.see', href: '/admin/reports', name: 'place.reports' },
    ],
  },
  {
    name: 'place.campaign',
    places: [
      { verb: 'petition.read', href: '/admin/petitions', name: 'place.petitions', go: 'p' },
      { verb: 'update.read', href: '/admin/updates', name: 'place.mailings' },
    ],
  },
  {
    name: 'place.coalition',
    places: [
      {
        verb: 'coalition.read',
        href: '/admin/coalition/members',
        name: 'place.members',
        go: 'm',
        queue: 'memberChanges',
        second: { verb: 'coalition.write', href: '/admin/coalition/members/proposals', name: 'place.memberChanges' },
      },
      {
        verb: 'coalition.open',
        href: '/admin/coalition/applications',
        name: 'place.applications',
        queue: 'applications',
      },
      {
        verb: 'coalition.read',
        href: '/admin/coalition/letters',
        name: 'place.letters',
        queue: 'coSignatures',
        second: { verb: 'coalition.read', href: '/admin/coalition/co-signatures', name: 'place.coSignatures' },
      },
      { verb: 'coalition.read', href: '/admin/coalition/activities', name: 'place.activities' },
      { verb: 'coalition.read', href: '/admin/coalition/statement', name: 'place.statement' },
      { verb: 'coalition.read', href: '/admin/coalition/governments', name: 'place.governmentAddresses' },
      { verb: 'coalition.read', href: '/admin/coalition/documents', name: 'place.documents' },
      { verb: 'coalition.read', href: '/admin/coalition/sources', name: 'place.sources' },
      { verb: 'coalition.read', href: '/admin/coalition/site-texts', name: 'place.siteTexts' },
    ],
  },
  {
    name: 'place.administration',
    places: [
      { verb: 'staff.read', href: '/admin/staff', name: 'place.staff' },
      { verb: 'webhook.read', href: '/admin/webhooks', name: 'place.webhooks' },
      { verb: 'audit.read', href: '/admin/audit', name: 'place.auditLog', go: 'l' },
      { verb: 'overview.see', href: '/admin/status', name: 'place.systemStatus' },
      { verb: 'settings.read', href: '/admin/settings', name: 'place.settings' },
    ],
  },
]

/**
 * The place that a page belongs to: the longest matching path, and with a query only if it matches.
 * @param at path and query of the page
 */
export function placeOf(at: string): Place | null {
  const { pathname, searchParams } = new URL(at, 'http://admin.invalid')
  const fits = (href: string) => {
    const { pathname: path, searchParams: asked } = new URL(href, 'http://admin.invalid')
    const isThere = pathname === path || (path !== '/admin' && pathname.startsWith(`${path}/`))
    if (!isThere) return -1
    const same = [...asked].every(([name, value]) => searchParams.get(name) === value)
    return same ? href.length : -1
  }
  const all = places.flatMap((group) => group.places)
  const [best] = all
    .map((place) => ({ place, score: Math.max(fits(place.href), place.second ? fits(place.second.href) : -1) }))
    .toSorted((a, b) => b.score - a.score)
  return best && best.score >= 0 ? best.place : null
}

/** The name of an address's place, or of the second page of a place. */
export function placeNamed(href: string): AdminKey | null {
  const all = places
    .flatMap((group) => group.places)
    .flatMap((place) => [place, ...(place.second ? [place.second] : [])])
  return all.find((place) => place.href === href)?.name ?? placeOf(href)?.name ?? null
}
