import { db } from '@/lib/db'

export interface PasskeyView {
  id: string
  name: string
  createdAt: Date
  usedAt: Date | null
}

/** A person's own passkeys, oldest first. */
export function listPasskeys(userId: string): Promise<PasskeyView[]> {
  return db().passkey.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true, createdAt: true, usedAt: true },
  })
}
