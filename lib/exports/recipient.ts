import { Encrypter } from 'age-encryption'

/** An age public key (X25519, or its post-quantum successor), or null. */
export function readRecipient(typed = ''): string | null {
  const text = typed.trim()
  if (!/^age1(pq1)?[02-9ac-hj-np-z]{58,3000}$/.test(text)) return null
  try {
    new Encrypter().addRecipient(text)
    return text
  } catch {
    return null
  }
}

/** Encrypts to one reader (age), piece by piece. */
export function encryptTo(recipient: string, plain: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(plain)
}
