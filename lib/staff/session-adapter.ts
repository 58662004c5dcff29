import { createHash } from 'node:crypto'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import { db, pool } from '@/lib/db'

/** The absolute lifetime of a session, in ms. */
export const LONGEST_SESSION = 8 * 3_600_000

/** The columns of a person that next-auth may read. */
const known = { id: true, email: true, emailVerified: true } as const

/**
 * Our own adapter for next-auth, only for mailed links. It stores hashes of session tokens, so that a leaked database
 * gives no access; ends sessions after eight hours; and creates no accounts. We would have had to replace every second
 * method of the ready-made one.
 */
export function sessionAdapter(): Adapter {
  return {
    createUser: () => Promise.reject(new Error('staff are invited')),
    linkAccount: () => Promise.reject(new Error('there are no accounts elsewhere')),
    createVerificationToken: () => Promise.reject(new Error('links are made by makeSignInLink')),
    getUserByAccount: () => Promise.resolve(null),
    getUser: (id) => db().user.findUnique({ where: { id }, select: known }),
    getUserByEmail: (email) => db().user.findUnique({ where: { email }, select: known }),
    updateUser: ({ id, emailVerified }) => db().user.update({ where: { id }, data: { emailVerified }, select: known }),

    async createSession(session) {
      const { sessionToken, userId, expires } = session
      await db().session.create({ data: { sessionToken: tokenHash(sessionToken), userId, expires } })
      return session
    },

    /** Called for every page, so one statement. */
    async getSessionAndUser(sessionToken) {
      const { rows } = await pool().query<{ expires: Date } & AdapterUser>(
        `SELECT e.expires, s.id, s.email, s.email_verified AS "emailVerified"
         FROM staff_session e JOIN staff s ON s.id = e.user_id WHERE e.session_token = $1 AND s.disabled_at IS NULL`,
        [tokenHash(sessionToken)],
      )
      const [row] = rows
      if (!row) return null
      const { expires, ...user } = row
      return { session: { sessionToken, userId: user.id, expires }, user }
    },

    async updateSession({ sessionToken, expires }) {
      const where = { sessionToken: tokenHash(sessionToken) }
      const row = await db().session.findUnique({ where })
      if (!row || !expires) return null
      const latest = row.createdAt.getTime() + LONGEST_SESSION
      await db().session.updateMany({ where, data: { expires: new Date(Math.min(expires.getTime(), latest)) } })
      return { sessionToken, userId: row.userId, expires }
    },

    /** next-auth deletes expired sessions at once; ours stay recognised for a while (`purgeSessions`). */
    async deleteSession(sessionToken) {
      const where = { sessionToken: tokenHash(sessionToken), expires: { gt: new Date() } }
      await db().session.deleteMany({ where })
    },

    /**
     * Finds the link by its token alone, as the link need not contain the address. Using one uses up all of the
     * person's links.
     */
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

/** The hash of a session cookie, as the database stores it. */
export function tokenHash(sessionToken: string): string {
  return createHash('sha256').update(sessionToken).digest('hex')
}
