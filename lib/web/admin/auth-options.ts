import type { NextAuthOptions } from 'next-auth'
import Email from 'next-auth/providers/email'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { staffSecret } from '@/lib/staff/encrypt-secret'
import { sessionAdapter } from '@/lib/staff/session-adapter'

/** A session that is idle for this long ends, in seconds. */
export const IDLE = 30 * 60

/** next-auth's options for staff sessions. Built at each use, because a build has no secrets. */
export function authOptions(): NextAuthOptions {
  // Without it next-auth trusts the Host header and would mail links to any host that a request names.
  process.env.NEXTAUTH_URL = env().ADMIN_URL
  return {
    adapter: sessionAdapter(),
    secret: staffSecret(),
    session: { strategy: 'database', maxAge: IDLE, updateAge: 30 },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
    providers: [
      // Our own queue sends the mails (`lib/staff/request-sign-in-link.ts`); next-auth only uses up the links.
      Email({ server: {}, from: '', sendVerificationRequest: () => Promise.reject(new Error('not by this way')) }),
    ],
    callbacks: {
      signIn: async ({ user }) => {
        const staff = await db().user.findUnique({ where: { email: user.email ?? '' } })
        return staff !== null && staff.disabledAt === null
      },
    },
    pages: { signIn: '/admin/sign-in', error: '/admin/sign-in', verifyRequest: '/admin/sign-in' },
  }
}

/** The `__Host-` prefix binds a cookie to this host; browsers accept it over https only. */
export function sessionCookie(): string {
  return isSecure() ? '__Host-admin' : 'admin'
}

/** The database decides when a session ends; the cookie itself lasts until the browser closes. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecure() }
}

function isSecure(): boolean {
  return env().ADMIN_URL.startsWith('https:')
}
