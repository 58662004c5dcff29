import { textMatches } from '@/lib/search/text-matches'
import { may, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { inEnglish } from '@/lib/web/admin/reader-language'
import { type AdminKey, adminTranslator } from '@/messages/admin/translator'
import { entityViews } from '../coalition/entities/entity-views'
import { places } from '../places'
import { t } from '../words'

interface Found {
  href: string
  name: string
}

/** Pages that are in no navigation. */
const others: { verb: Verb; href: string; name: AdminKey }[] = [
  { verb: 'account.manage', href: '/admin/account', name: 'common.account' },
  { verb: 'account.manage', href: '/admin/account/notices', name: 'notices.title' },
  { verb: 'petition.write', href: '/admin/petitions/new', name: 'petitions.newPetition' },
  { verb: 'export.ask', href: '/admin/exports/new', name: 'exports.requestAnExport' },
  { verb: 'bulk.ask', href: '/admin/bulk/new', name: 'bulk.newBulkAction' },
  { verb: 'paper.enter', href: '/admin/paper/new', name: 'paper.enterASheet' },
]

/** Pages of the admin area that the person may open, by their names in the reader's language or in English. */
export function findPages(by: Staff, typed: string): Found[] {
  const say = adminTranslator('en')
  const inPlaces = places.flatMap((group) => group.places)
  const named = [...inPlaces, ...others]
    .filter(({ verb }) => may(by.role, verb))
    .map(({ href, name }) => ({ href, name: t(name), texts: [t(name), say(name)] }))
  const adding = may(by.role, 'coalition.write')
    ? Object.entries(entityViews).map(([path, view]) => {
        const { title } = view().add
        const english = inEnglish(() => view().add.title)
        return { href: `/admin/coalition/${path}/new`, name: title, texts: [title, english] }
      })
    : []
  return [...named, ...adding]
    .filter(({ texts }) => textMatches(texts, typed))
    .map(({ href, name }) => ({ href, name }))
}
