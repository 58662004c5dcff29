import { sha256 } from '@/lib/vault/sha256'

interface Parts {
  contentMac: Buffer
  textSha256: Buffer
  locale: string
  signals: string
  suspicious: boolean
}

/**
 * Identifies a form, so that the same form posted twice keeps its mailed link. Its signals of doubt are part of it:
 * somebody who posts another person's words with the honeypot filled in has posted a different form. 32 bytes.
 */
export function formId({ contentMac, textSha256, locale, signals, suspicious }: Parts): Buffer<ArrayBuffer> {
  // What was typed is in it as a keyed hash only.
  const parts = [contentMac.toString('hex'), textSha256.toString('hex'), locale, suspicious, signals]
  return sha256(`form\0${parts.join('\0')}`)
}
