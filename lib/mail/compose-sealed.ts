import type { z } from 'zod'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import type { ComposedMail } from './gateway/driver'
import type { Composer } from './send-due'

/**
 * The composer of mails whose recipient and parameters travel sealed in their row of the queue.
 * @param holds what is sealed
 * @param compose null where there is nothing to say any more
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
