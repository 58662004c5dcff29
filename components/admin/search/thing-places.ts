import type { ThingKind } from '@/lib/search/titles'
import type { AdminKey } from '@/messages/admin/translator'

/** The page and the name of each kind of thing. */
export const thingPlaces: Record<ThingKind, { name: AdminKey; room: string }> = {
  petition: { name: 'place.petitions', room: '/admin/petitions' },
  member: { name: 'place.members', room: '/admin/coalition/members' },
  letter: { name: 'place.letters', room: '/admin/coalition/letters' },
  mailing: { name: 'place.mailings', room: '/admin/updates' },
  activity: { name: 'place.activities', room: '/admin/coalition/activities' },
  document: { name: 'place.documents', room: '/admin/coalition/documents' },
  staff: { name: 'place.staff', room: '/admin/staff' },
}
