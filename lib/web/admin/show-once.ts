import { cookies } from 'next/headers'
import { env } from '@/lib/env'
import { decryptSecret, encryptSecret } from '@/lib/staff/encrypt-secret'
import { tryOpen } from '@/lib/vault/aead'

/** The kind of secret, to which its encryption is bound. */
type Owner = 'recovery codes' | `webhook ${string}`

/** In seconds. */
const LIFE = 600

/** Carries new codes or a new secret to the page that shows them: encrypted, in this browser only, for ten minutes. */
export async function showOnce(owner: Owner, codes: string[]): Promise<void> {
  const value = encryptSecret(codes.join(' '), owner).toString('base64url')
  const { name, secure } = cookie()
  ;(await cookies()).set(name, value, { httpOnly: true, sameSite: 'strict', path: '/admin', maxAge: LIFE, secure })
}

/** The codes to show, or an empty list. */
export async function codesToShow(owner: Owner): Promise<string[]> {
  const value = (await cookies()).get(cookie().name)?.value
  const codes = value && tryOpen(() => decryptSecret(Buffer.from(value, 'base64url'), owner))
  return codes ? codes.split(' ') : []
}

/** Deletes the codes once they have been saved. */
export async function purgeShownCodes(): Promise<void> {
  ;(await cookies()).delete({ ...cookie(), path: '/admin' })
}

/** The name must not begin with the session cookie's: next-auth takes such cookies for chunks of the session. */
function cookie(): { name: string; secure: boolean } {
  const secure = env().ADMIN_URL.startsWith('https:')
  return { name: secure ? '__Secure-shown-once' : 'shown-once', secure }
}
