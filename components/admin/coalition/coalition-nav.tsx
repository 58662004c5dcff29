import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'

const rooms: [path: string, name: string][] = [
  ['members', 'Members'],
  ['statement', 'Statement'],
  ['activities', 'Activities'],
  ['letters', 'Letters'],
  ['co-signatures', 'Co-signatures'],
  ['governments', 'Government addresses'],
  ['documents', 'Documents'],
  ['sources', 'Sources'],
  ['site-texts', 'Site texts'],
]

/** Navigation within /admin/coalition. */
export function CoalitionNav({ staff, at }: { staff: Staff; at?: string }) {
  const all = may(staff.role, 'coalition.open') ? [...rooms, ['applications', 'Applications'] as const] : rooms
  return (
    <nav aria-label="Coalition" className="rooms">
      {all.map(([path, name]) => (
        <a key={path} href={`/admin/coalition/${path}`} aria-current={path === at ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  )
}
