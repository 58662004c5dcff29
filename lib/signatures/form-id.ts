import { blindIndex } from '@/lib/vault/blind-index'

interface Parts {
  contentMac: Buffer
  textSha256: Buffer
  locale: string
  signals: string
  suspicious: boolean
}

/**
 * By what a form posted twice is known to be the same, and keeps its mailed link. The doubt it came with belongs to it:
 * whoever posts somebody's very words with the trap filled in has posted another form. 32 bytes.
 */
export function formId({ contentMac, textSha256, locale, signals, suspicious }: Parts): Buffer<ArrayBuffer> {
  const doubt = `${suspicious} ${signals}`
  return blindIndex('form', contentMac.toString('hex'), textSha256.toString('hex'), locale, doubt)
}
