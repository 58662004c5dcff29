import { z } from 'zod'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { suppress } from '@/lib/mail/suppression/suppress'
import type { SuppressionReason } from '@/lib/mail/suppression/suppression-policy'
import { pgTransaction } from '@/lib/pg-transaction'
import { possibleSignatures } from '../possible-signatures'

/** The part of the provider's events that is used (resend.com/docs/dashboard/webhooks/event-types). */
const providerEvent = z.object({
  type: z.string(),
  data: z.object({
    to: z.array(z.string()).default([]),
    bounce: z.object({ type: z.string() }).optional(),
  }),
})

/**
 * Processes a mail event of the provider: a permanent bounce or a complaint puts the address on the suppression list. A
 * repeated event is stored once. Other events are ignored.
 * @returns false if the text is no event
 */
export async function noteProviderEvent(id: string, body: string, now: Date): Promise<boolean> {
  const event = read(body)
  if (!event) return false
  const reason = reasonOf(event)
  const canonicals = event.data.to.flatMap((to) => canonicalEmail(bare(to))?.canonical ?? [])
  if (!reason || canonicals.length === 0) return true

  const addresses = await Promise.all(canonicals.map(async (one) => [one, await possibleSignatures(one)] as const))
  await pgTransaction(async (client) => {
    const { rowCount } = await client.query(
      'INSERT INTO provider_event (id, received_at) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [id, now],
    )
    if (rowCount === 1)
      for (const [canonical, signatures] of addresses) await suppress(client, canonical, reason, signatures, now)
  })
  return true
}

function read(body: string): z.infer<typeof providerEvent> | null {
  try {
    return providerEvent.parse(JSON.parse(body))
  } catch {
    return null
  }
}

/** A temporary bounce (a full mailbox, a server that is down) is the provider's to retry. */
function reasonOf({ type, data }: z.infer<typeof providerEvent>): SuppressionReason | null {
  if (type === 'email.complained') return 'complaint'
  if (type === 'email.bounced' && data.bounce?.type === 'Permanent') return 'bounce'
  // The provider's own suppression list: it did not even try.
  return type === 'email.suppressed' ? 'bounce' : null
}

/** `Name <address>` as a bare address. */
function bare(to: string): string {
  return /<([^<>]+)>\s*$/.exec(to)?.[1] ?? to
}
