import { StaffRole } from '@/prisma/generated/enums'

const meaning: Record<StaffRole, string> = {
  owner: 'owner: everything',
  moderator: 'moderator: signatures, names, comments',
  editor: 'editor: petitions and pages, no names',
  auditor: 'auditor: reads everything but names',
}

/** The roles to choose from, said in a line each. */
export function RoleOptions({ but }: { but?: StaffRole }) {
  return (
    <>
      <option value="">Choose one</option>
      {Object.values(StaffRole)
        .filter((role) => role !== but)
        .map((role) => (
          <option key={role} value={role}>
            {meaning[role]}
          </option>
        ))}
    </>
  )
}
