import { countInHour, peekInHour } from './limits/count-in-hour'
import { sizeIn } from './mailbox/domain-index'
import type { ProviderSize } from './mailbox/provider-size'

/** Confirmations an hour from which a mail provider is busy, and from which each further one is held for review. */
export const CONFIRMED_AN_HOUR: Record<ProviderSize, { busy: number; crowded: number }> = {
  small: { busy: 60, crowded: 300 },
  national: { busy: 6_000, crowded: 30_000 },
  worldwide: { busy: 30_000, crowded: 150_000 },
}

/** In ms: how old a count may be before it is read again. */
const FRESH = 10_000

/** The providers that were busy when last counted. */
const watched = new Map<string, { index: Buffer; number: number; at: number }>()

/** Counts a confirmation by its mail provider (`domainIndex`). */
export async function noteConfirmed(index: Buffer, now: Date): Promise<void> {
  const { busy, crowded } = CONFIRMED_AN_HOUR[sizeIn(index)]
  const value = index.toString('hex')
  const { numbers } = await countInHour([{ kind: 'confirmed', value, limit: crowded }], now)
  const number = numbers[0] ?? 0
  if (number >= busy) watched.set(value, { index, number, at: now.getTime() })
}

/** The providers with many confirmations within the hour, and with very many. */
export function crowdedDomains(now: Date): { busy: Buffer[]; crowded: Buffer[] } {
  const found: { busy: Buffer[]; crowded: Buffer[] } = { busy: [], crowded: [] }
  for (const [value, one] of watched) {
    if (Math.abs(now.getTime() - one.at) > FRESH) {
      one.number = peekInHour({ kind: 'confirmed', value, limit: 0 }, now)
      one.at = now.getTime()
    }
    const most = CONFIRMED_AN_HOUR[sizeIn(one.index)]
    if (one.number < most.busy) watched.delete(value)
    else found[one.number < most.crowded ? 'busy' : 'crowded'].push(one.index)
  }
  return found
}
