import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { may, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { type AdminKey, type AdminLanguage, adminTranslator } from '@/messages/admin/translator'
import { confirmPath } from '../confirm/confirmables'
import type { Page } from './pages'

/** Maximum number of petitions whose acts are offered. */
const MAX_PETITIONS = 10

const verbs: { verb: Verb; name: AdminKey; href: (id: string) => string }[] = [
  { verb: 'petition.change_status', name: 'search.closePetition', href: (id) => confirmPath('close-petition', id) },
  { verb: 'bulk.ask', name: 'search.holdSignaturesOf', href: (id) => `/admin/bulk/new?petition=${id}` },
  { verb: 'signature.list', name: 'search.signaturesOf', href: (id) => `/admin/signatures?petition=${id}` },
]

/** The person's acts on open petitions. Each leads to its page or form; choosing one does nothing yet. */
export async function petitionVerbs(by: Staff, language: AdminLanguage): Promise<Page[]> {
  const allowed = verbs.filter(({ verb }) => may(by.role, verb))
  if (allowed.length === 0) return []
  const [names, english] = await Promise.all([listPetitionNames(language), listPetitionNames('en')])
  const inEnglish = new Map(english.map(({ id, title }) => [id, title]))
  const open = names.filter(({ isOpen }) => isOpen).slice(0, MAX_PETITIONS)
  return open.flatMap(({ id, title }) =>
    allowed.map(({ name, href }) => ({
      href: href(id),
      name: adminTranslator(language)(name, { title }),
      english: adminTranslator('en')(name, { title: inEnglish.get(id) ?? title }),
    })),
  )
}
