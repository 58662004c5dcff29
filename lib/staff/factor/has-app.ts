import { db } from '@/lib/db'

/** Tells whether a person has set up an authenticator app. */
export async function hasApp(userId: string): Promise<boolean> {
  return (await db().user.count({ where: { id: userId, totpSince: { not: null } } })) > 0
}
