import type { z } from 'zod'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import type { ComposedMail } from './gateway/driver'
import type { Composer } from './send-due'

/**
 * Makes the composer of mails whose recipient and parameters are sealed in their queue row.
 * @param holds the schema of the sealed record
 * @param compose gives null if there is nothing left to say
 */
export function composeSealed<T>(
  holds: z.ZodType<T>,
  compose: (content: T, now: Date) => Promise<ComposedMail | null | 'unreadable'>,
): Composer {
  return (rows, now) =>
    Promise.all(
      rows.map(async ({ sealed }) => {
        const content = tryOpen(() => sealed && openRecord(sealed, holds))
        return content ? compose(content, now) : 'unreadable'
      }),
    )
}
