import { createHash } from 'node:crypto'
import { env } from '@/lib/env'
import { newToken } from '@/lib/vault/token'
import type { Prisma } from '@/prisma/generated/client'
import { staffSecret } from './secret-box'

/** Minutes for which a mailed link signs in, and hours for one that a command prints. */
export const LINK_MINUTES = 15
export const INVITATION_HOURS = 24

/**
 * Makes a link that signs one person in, once. The others of theirs die when one is used.
 * @returns its address; only the token's hash is kept
 */
export async function makeSignInLink(tx: Prisma.TransactionClient, email: string, expires: Date): Promise<string> {
  const token = newToken()
  await tx.verificationToken.create({ data: { identifier: email, token: linkHash(token), expires } })
  return `${env().SITE_URL}/admin/sign-in/link?token=${token}`
}

/** As next-auth keeps it. */
function linkHash(token: string): string {
  return createHash('sha256').update(`${token}${staffSecret()}`).digest('hex')
}
