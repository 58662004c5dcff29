import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newToken } from '@/lib/vault/token'
import type { Prisma } from '@/prisma/generated/client'
import { staffSecret } from './encrypt-secret'

/** Minutes for which a mailed link signs in, and hours for one that a command prints. */
export const LINK_MINUTES = 15
export const INVITATION_HOURS = 24

/**
 * Makes a link that signs one person in, once. Using it spends their other links.
 * @returns its URL; only the token's hash is kept
 */
export async function makeSignInLink(tx: Prisma.TransactionClient, email: string, expires: Date): Promise<string> {
  const token = newToken()
  await tx.verificationToken.create({ data: { identifier: email, token: linkHash(token), expires } })
  return `${env().ADMIN_URL}/admin/sign-in/link?token=${token}`
}

/**
 * Makes a link that was not mailed yet valid from now on.
 * @returns until when; null if it is gone: used, or its person disabled
 */
export async function renewSignInLink(link: string, now: Date): Promise<Date | null> {
  const token = linkHash(new URL(link).searchParams.get('token') ?? '')
  const expires = new Date(now.getTime() + LINK_MINUTES * 60_000)
  const { count } = await db().verificationToken.updateMany({ where: { token }, data: { expires } })
  return count > 0 ? expires : null
}

/** As next-auth stores it. */
function linkHash(token: string): string {
  return createHash('sha256').update(`${token}${staffSecret()}`).digest('hex')
}
