import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newToken } from '@/lib/vault/token'
import type { Prisma } from '@/prisma/generated/client'
import { staffSecret } from './encrypt-secret'

/** Validity of a mailed link in minutes, and of one that a command prints in hours. */
export const LINK_MINUTES = 15
export const INVITATION_HOURS = 24

/**
 * Makes a link that signs one person in, once. Using it uses up their other links.
 * @returns its URL; only the token's hash is stored
 */
export async function makeSignInLink(tx: Prisma.TransactionClient, email: string, expires: Date): Promise<string> {
  const token = newToken()
  await tx.verificationToken.create({ data: { identifier: email, token: linkHash(token), expires } })
  return `${env().ADMIN_URL}/admin/sign-in/link?token=${token}`
}

/**
 * Restarts the validity of a link as its mail is sent.
 * @returns its expiry; null if it was used, or its person disabled
 */
export async function renewSignInLink(link: string, now: Date): Promise<Date | null> {
  const token = linkHash(new URL(link).searchParams.get('token') ?? '')
  const expires = new Date(now.getTime() + LINK_MINUTES * 60_000)
  const { count } = await db().verificationToken.updateMany({ where: { token }, data: { expires } })
  return count > 0 ? expires : null
}

/** The hash that next-auth stores. */
function linkHash(token: string): string {
  return createHash('sha256').update(`${token}${staffSecret()}`).digest('hex')
}
