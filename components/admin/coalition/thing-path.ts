const rooms: Record<string, string> = { member: 'members', activity: 'activities', letter: 'letters' }

/** The page of the desk on which a thing that has words is looked after. */
export function thingPath(kind: string, key: string): string {
  const room = rooms[kind]
  const [version = ''] = key.split('.')
  const last = room ? `${room}/${encodeURIComponent(key)}` : `statement?version=${encodeURIComponent(version)}`
  return `/admin/coalition/${last}`
}
