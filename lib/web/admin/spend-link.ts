import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { tokenHash } from '@/lib/staff/session-adapter'
import { authOptions, sessionCookie } from './auth-options'

/**
 * Lets next-auth use up a sign-in link and open a session.
 * @param agent the browser's User-Agent, of which the session stores a few words
 * @returns the session's token, for the cookie; null if the link was used, expired or is invalid
 */
export async function spendLink(token: string, agent: string): Promise<string | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const inner = new NextRequest(`${env().ADMIN_URL}/api/auth/callback/email?token=${token}`)
  const context = { params: Promise.resolve({ nextauth: ['callback', 'email'] }) }
  const answer = (await NextAuth(inner, context, authOptions())) as Response
  const session = answer.headers.getSetCookie().flatMap(sessionOf)[0]
  if (!session) return null
  await db().session.update({ where: { sessionToken: tokenHash(session) }, data: { device: deviceOf(agent) } })
  return session
}

function sessionOf(header: string): string[] {
  const [name, value] = header.split(';')[0]?.split('=') ?? []
  return name === sessionCookie() && value ? [value] : []
}

/** Such as "Firefox on Linux": enough to recognise one's own sessions, too little to identify a person. */
function deviceOf(agent: string): string {
  const first = (names: [RegExp, string][]) => names.find(([sign]) => sign.test(agent))?.[1] ?? 'other'
  return `${first(browsers)} on ${first(systems)}`
}

const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]
