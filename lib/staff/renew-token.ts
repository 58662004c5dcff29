import { db } from '@/lib/db'
import { newToken } from '@/lib/vault/token'
import { tokenHash } from './session-adapter'

/** Gives a session another token, so that the token from before the second factor opens nothing. */
export async function renewToken(sessionId: string): Promise<string> {
  const token = newToken()
  await db().session.updateMany({ where: { id: sessionId }, data: { sessionToken: tokenHash(token) } })
  return token
}
