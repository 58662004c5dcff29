import { createHash } from 'node:crypto'
import { Encrypter } from 'age-encryption'

/** Parses an age public key (X25519, or its post-quantum successor); null if invalid. */
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

/** The beginning of a public key's SHA-256, in groups, so that two people can compare it aloud. */
export function fingerprintOf(recipient: string): string {
  const digest = createHash('sha256').update(recipient).digest('hex')
  return digest.slice(0, 32).match(/.{4}/g)?.join(' ') ?? digest
}

/** Encrypts a stream to recipients (age), each of whom can decrypt it alone. */
export function encryptTo(
  recipients: string[],
  plain: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter.encrypt(plain)
}
