import { roles } from '@/lib/staff/roles'
import type { StaffRole } from '@/prisma/generated/enums'

/** The roles to choose from, a line each. */
export function RoleOptions({ but }: { but?: StaffRole }) {
  return (
    <>
      <option value="">Choose one</option>
      {Object.entries(roles)
        .filter(([role]) => role !== but)
        .map(([role, meaning]) => (
          <option key={role} value={role}>
            {meaning}
          </option>
        ))}
    </>
  )
}
