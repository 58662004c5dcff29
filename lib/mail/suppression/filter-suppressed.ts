import { pool } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import type { ComposedMail } from '../gateway/driver'
import type { MailRow } from '../mail-row'
import { findSuppressed } from './find-suppressed'
import { suppress } from './suppress'
import { suppressionPolicy } from './suppression-policy'

interface Addressed {
  row: MailRow
  mail: ComposedMail
}

/**
 * Finds the mails of a batch that are not sent because their address is suppressed. A signature that the list does not
 * have yet is added there, so that staff see why its mail does not arrive.
 * @returns the rows of these mails
 */
export async function filterSuppressed(mails: Addressed[], now: Date): Promise<Set<MailRow>> {
  const addressed = mails.map((one) => ({ ...one, canonical: canonicalEmail(one.mail.to)?.canonical ?? '' }))
  const suppressed = await findSuppressed(addressed.map(({ canonical }) => canonical))
  const held = new Set<MailRow>()
  for (const { row, canonical } of addressed) {
    const found = suppressed.get(canonical)
    if (!found || !suppressionPolicy(found, row.kind, now)) continue
    held.add(row)
    // Renewed with its own time: a mail that was filtered is no further bounce.
    await suppress(pool(), canonical, found.reason, keysOf(row), found.suppressedAt)
  }
  return held
}

/** Suppresses addresses that a receiver refused permanently. */
export async function suppressRefused(mails: Addressed[], now: Date): Promise<void> {
  for (const { row, mail } of mails) {
    const canonical = canonicalEmail(mail.to)?.canonical
    if (canonical) await suppress(pool(), canonical, 'bounce', keysOf(row), now)
  }
}

function keysOf({ petitionId, emailIndex }: MailRow) {
  return petitionId && emailIndex ? [{ petitionId, emailIndex }] : []
}
