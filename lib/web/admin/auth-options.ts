import type { NextAuthOptions } from 'next-auth'
import Email from 'next-auth/providers/email'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { staffSecret } from '@/lib/staff/secret-box'
import { sessionAdapter } from '@/lib/staff/session-adapter'

/** Nobody at the desk for so long: sign in again. In seconds. */
const IDLE = 30 * 60

/** How next-auth keeps the desk's sessions. Made at each use: a build has no secrets. */
export function authOptions(): NextAuthOptions {
  // Without it next-auth believes the Host header, and mails links to whatever it says.
  process.env.NEXTAUTH_URL = env().SITE_URL
  return {
    adapter: sessionAdapter(),
    secret: staffSecret(),
    session: { strategy: 'database', maxAge: IDLE, updateAge: 30 },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
    providers: [
      // Mails go through our own queue (lib/staff/request-sign-in-link.ts); next-auth only spends the links.
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

/** The `__Host-` prefix binds a cookie to exactly this host; browsers take it over https only. */
export function sessionCookie(): string {
  return isSecure() ? '__Host-admin' : 'admin'
}

/** The database says when a session ends; the cookie itself goes with the browser. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecure() }
}

function isSecure(): boolean {
  return env().SITE_URL.startsWith('https:')
}
