import { z } from 'zod'
import { Prisma } from '@/prisma/generated/client'

/** A network's group in addresses, rules and records: eight hexadecimal digits. */
export const networkField = z.string().regex(/^[0-9a-f]{8}$/, 'unreadable')

/** The group of a row `s` as that text; null if it has none. */
export const networkText = Prisma.sql`lpad(to_hex(s.network_group), 8, '0')`

/** The text of a network group of a row that was read; null for none. */
export function networkTextOf(group: number | null): string | null {
  return group === null ? null : (group >>> 0).toString(16).padStart(8, '0')
}

/** Rows `s` of a group. */
export function ofNetwork(network: string): Prisma.Sql {
  return Prisma.sql`s.network_group = ${Buffer.from(network, 'hex').readInt32BE()}`
}
