import type { Staff } from './staff'

/** The columns that a name is made of. */
export const named = { select: { name: true, email: true } } as const

/** The name that colleagues see: the one a member of staff gave, or their address. */
export function staffName({ name, email }: { name: string | null; email: string }): string {
  return name ?? email
}

/** The name and the address, for acts that concern the account. */
export function nameAndAddress({ name, email }: { name: string | null; email: string }): string {
  return name ? `${name} (${email})` : email
}

/** A person's name on their own pages. */
export function ownName({ name = null, email }: Pick<Staff, 'name' | 'email'>): string {
  return staffName({ name, email })
}
