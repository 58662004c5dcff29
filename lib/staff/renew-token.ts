import { db } from '@/lib/db'
import { newToken } from '@/lib/vault/token'
import { tokenHash } from './session-adapter'

/** Replaces a session's token, so that the one from before the second factor becomes useless. */
export async function renewToken(sessionId: string): Promise<string> {
  const token = newToken()
  await db().session.updateMany({ where: { id: sessionId }, data: { sessionToken: tokenHash(token) } })
  return token
}
