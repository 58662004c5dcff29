import { createHash } from 'node:crypto'
import { trimInvisible, trimLines } from '@/lib/text/clean-text'
import { files, type Locale } from '@/messages/translator'

/** The languages of a mailing, English first. */
export const updateLocales = Object.keys(files) as Exclude<Locale, 'ar-XB'>[]

/** Tells whether a form's text is still the one that was shown: nobody saves over a colleague what they did not touch. */
export function textDigest({ subject, body }: { subject: string; body: string }): string {
  const text = JSON.stringify([trimInvisible(subject), trimLines(body)])
  return createHash('sha256').update(text).digest('base64url')
}
