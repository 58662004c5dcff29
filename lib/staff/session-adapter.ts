import { createHash } from 'node:crypto'
import { PrismaAdapter } from '@next-auth/prisma-adapter'
import type { Adapter } from 'next-auth/adapters'
import { db } from '@/lib/db'

/** Sign in again after so long, whatever happened in between, in ms. */
const LONGEST_SESSION = 8 * 3_600_000

/**
 * Next-auth's Prisma adapter, made stricter: the database keeps only hashes of session tokens, so that reading it lets
 * nobody in; a session ends after eight hours; and nobody becomes staff by signing in.
 */
export function sessionAdapter(): Adapter {
  // The adapter's types name the client of Prisma's default place; ours is generated elsewhere.
  const base = PrismaAdapter(db() as unknown as Parameters<typeof PrismaAdapter>[0])
  return {
    ...(base as Adapter),
    createUser: () => Promise.reject(new Error('staff are invited')),

    async createSession(session) {
      const { sessionToken, userId, expires } = session
      await db().session.create({ data: { sessionToken: tokenHash(sessionToken), userId, expires } })
      return session
    },

    async getSessionAndUser(sessionToken) {
      const row = await db().session.findUnique({
        where: { sessionToken: tokenHash(sessionToken) },
        include: { user: { select: { id: true, email: true, emailVerified: true, disabledAt: true } } },
      })
      if (!row || row.user.disabledAt) return null
      return { session: { sessionToken, userId: row.userId, expires: row.expires }, user: row.user }
    },

    async updateSession({ sessionToken, expires }) {
      const where = { sessionToken: tokenHash(sessionToken) }
      const row = await db().session.findUnique({ where })
      if (!row || !expires) return null
      const latest = row.createdAt.getTime() + LONGEST_SESSION
      await db().session.updateMany({ where, data: { expires: new Date(Math.min(expires.getTime(), latest)) } })
      return { sessionToken, userId: row.userId, expires }
    },

    async deleteSession(sessionToken) {
      await db().session.deleteMany({ where: { sessionToken: tokenHash(sessionToken) } })
    },

    /** By the token alone: the address need not stand in the link. Using one spends all of the person's links. */
    async useVerificationToken({ token }) {
      return db().$transaction(async (tx) => {
        const link = await tx.verificationToken.findUnique({ where: { token } })
        if (!link) return null
        const { count } = await tx.verificationToken.deleteMany({ where: { identifier: link.identifier } })
        return count > 0 ? link : null
      })
    },
  }
}

/** What the database keeps of a cookie. */
export function tokenHash(sessionToken: string): string {
  return createHash('sha256').update(sessionToken).digest('hex')
}
