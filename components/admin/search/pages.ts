import { may, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { type AdminKey, type AdminLanguage, adminTranslator } from '@/messages/admin/translator'
import { places } from '../places'

export interface Page {
  href: string
  /** In the reader's language. */
  name: string
  english: string
}

/** Pages that are not in the navigation, including forms for new things. */
const others: { verb: Verb; href: string; name: AdminKey }[] = [
  { verb: 'account.manage', href: '/admin/account', name: 'common.account' },
  { verb: 'account.manage', href: '/admin/account/notices', name: 'notices.title' },
  { verb: 'petition.write', href: '/admin/petitions/new', name: 'petitions.newPetition' },
  { verb: 'update.write', href: '/admin/updates', name: 'search.newMailing' },
  { verb: 'staff.manage', href: '/admin/staff', name: 'staff.inviteSomeone' },
  { verb: 'export.ask', href: '/admin/exports/new', name: 'exports.requestAnExport' },
  { verb: 'export.read', href: '/admin/exports/recipients', name: 'exports.recipients' },
  { verb: 'export.read', href: '/admin/exports/trace', name: 'exports.traceALeakedRow' },
  { verb: 'bulk.ask', href: '/admin/bulk/new', name: 'bulk.newBulkAction' },
  { verb: 'bulk.ask', href: '/admin/bulk/new', name: 'search.changeMany' },
  { verb: 'coalition.read', href: '/admin/coalition/members/links', name: 'coalition.linksOfAllMembers' },
  { verb: 'paper.enter', href: '/admin/paper/new', name: 'paper.enterASheet' },
  { verb: 'coalition.write', href: '/admin/coalition/members/new', name: 'coalition.addAMember' },
  { verb: 'coalition.write', href: '/admin/coalition/letters/new', name: 'coalition.newLetter' },
  { verb: 'coalition.write', href: '/admin/coalition/activities/new', name: 'coalition.addAnActivity' },
  { verb: 'coalition.write', href: '/admin/coalition/documents/new', name: 'coalition.addADocument' },
  { verb: 'coalition.write', href: '/admin/coalition/governments/new', name: 'coalition.addAGovernmentAddress' },
  { verb: 'coalition.write', href: '/admin/coalition/sources/new', name: 'coalition.addASource' },
]

/** Lists all pages that the person may open. */
export function pagesFor(by: Staff, language: AdminLanguage): Page[] {
  const [local, english] = [adminTranslator(language), adminTranslator('en')]
  const all = places.flatMap((group) =>
    group.places.flatMap((place) => [place, ...(place.second ? [place.second] : [])]),
  )
  return [...all, ...others]
    .filter(({ verb }) => may(by.role, verb))
    .map(({ href, name }) => ({ href, name: local(name), english: english(name) }))
}
