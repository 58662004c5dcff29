import { cookies } from 'next/headers'
import { env } from '@/lib/env'
import { decryptSecret, encryptSecret } from '@/lib/staff/secret-box'
import { tryOpen } from '@/lib/vault/aead'

const owner = 'recovery codes'
/** In seconds. */
const LIFE = 600

/** Carries new recovery codes to the page that shows them: encrypted, in this browser alone, for ten minutes. */
export async function showOnce(codes: string[]): Promise<void> {
  const value = encryptSecret(codes.join(' '), owner).toString('base64url')
  const { name, secure } = cookie()
  ;(await cookies()).set(name, value, { httpOnly: true, sameSite: 'strict', path: '/admin', maxAge: LIFE, secure })
}

/** The codes to show, or none. */
export async function codesToShow(): Promise<string[]> {
  const value = (await cookies()).get(cookie().name)?.value
  const codes = value && tryOpen(() => decryptSecret(Buffer.from(value, 'base64url'), owner))
  return codes ? codes.split(' ') : []
}

/** Nobody needs to see them again. */
export async function purgeShownCodes(): Promise<void> {
  ;(await cookies()).delete({ ...cookie(), path: '/admin' })
}

/** Its name does not begin like the session's: next-auth takes all that do for pieces of it. */
function cookie(): { name: string; secure: boolean } {
  const secure = env().SITE_URL.startsWith('https:')
  return { name: secure ? '__Secure-shown-once' : 'shown-once', secure }
}
