import { sha256 } from '@/lib/vault/sha256'

interface Parts {
  contentMac: Buffer
  textSha256: Buffer
  locale: string
  signals: string
  suspicious: boolean
}

/**
 * The id of a form, 32 bytes, so that the same form posted twice keeps its mailed link. Its flags are part of the id:
 * somebody who posts another person's words with the honeypot filled in has posted a different form.
 */
export function formId({ contentMac, textSha256, locale, signals, suspicious }: Parts): Buffer<ArrayBuffer> {
  // The typed values are part of it as a keyed hash only.
  const parts = [contentMac.toString('hex'), textSha256.toString('hex'), locale, suspicious, signals]
  return sha256(`form\0${parts.join('\0')}`)
}
