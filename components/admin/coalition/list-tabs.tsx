import type { AdminKey } from '@/messages/admin/translator'
import { Tabs } from '../tabs'
import { t } from '../words'

/** Lists that share one place of the navigation, whose number counts what waits on the second. */
const rooms = {
  letters: {
    name: 'place.letters',
    tabs: [
      ['letters', 'place.letters'],
      ['co-signatures', 'coalition.coSignaturesToReview'],
    ],
  },
  members: {
    name: 'place.members',
    tabs: [
      ['members', 'place.members'],
      ['members/proposals', 'place.memberChanges'],
    ],
  },
} as const satisfies Record<string, { name: AdminKey; tabs: [path: string, words: AdminKey][] }>

/** The lists of a place; nothing if it has only one. @param here the end of this list's address */
export function ListTabs({ here }: { here: string }) {
  const room = Object.values(rooms).find(({ tabs }) => tabs.some(([path]) => path === here))
  if (!room) return null
  return (
    <Tabs
      name={t(room.name)}
      tabs={room.tabs.map(([path, words]) => ({
        href: `/admin/coalition/${path}`,
        words: t(words),
        current: path === here,
      }))}
    />
  )
}
