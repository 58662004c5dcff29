import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { tryOpen } from '@/lib/vault/aead'
import { decryptSecret, encryptSecret, isOfPresentKey } from './encrypt-secret'

/**
 * Key rotation: re-encrypts all TOTP secrets under the current NEXTAUTH_SECRET. It can be restarted; a process without
 * the secret does nothing.
 * @returns how many were re-encrypted, and how many could be decrypted under neither secret
 */
export async function reencryptTotpSecrets(): Promise<{ closed: number; unreadable: number }> {
  if (!env().NEXTAUTH_SECRET) return { closed: 0, unreadable: 0 }
  let closed = 0
  let unreadable = 0
  const rows = await db().user.findMany({ select: { id: true, totpSecret: true } })
  for (const { id, totpSecret } of rows) {
    if (!totpSecret || isOfPresentKey(totpSecret, id)) continue
    const secret = tryOpen(() => decryptSecret(totpSecret, id))
    if (secret === null) unreadable += 1
    // Skips a person who sets up another app at this moment.
    else
      closed += (
        await db().user.updateMany({ where: { id, totpSecret }, data: { totpSecret: encryptSecret(secret, id) } })
      ).count
  }
  return { closed, unreadable }
}
