import { createHash } from 'node:crypto'
import { trimInvisible, trimLines } from '@/lib/text/clean-text'
import { files, type Locale } from '@/messages/translator'

/** The languages of a mailing, English first. */
export const updateLocales = Object.keys(files) as Exclude<Locale, 'ar-XB'>[]

/**
 * A digest of a text, by which the server recognises fields that were not changed: nobody overwrites a colleague's text
 * with them.
 */
export function textDigest({ subject, body }: { subject: string; body: string }): string {
  const text = JSON.stringify([trimInvisible(subject), trimLines(body)])
  return createHash('sha256').update(text).digest('base64url')
}
