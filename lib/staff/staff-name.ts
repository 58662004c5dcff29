import type { Staff } from './staff'

/** The columns that a name is made of. */
export const named = { select: { name: true, email: true } } as const

/** What colleagues read for a member of staff: the name they gave, or their address. */
export function staffName({ name, email }: { name: string | null; email: string }): string {
  return name ?? email
}

/** The same with the address, where an act concerns the account. */
export function nameAndAddress({ name, email }: { name: string | null; email: string }): string {
  return name ? `${name} (${email})` : email
}

/** How somebody signed in is named on their own pages. */
export function ownName({ name = null, email }: Pick<Staff, 'name' | 'email'>): string {
  return staffName({ name, email })
}
