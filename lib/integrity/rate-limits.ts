import type { LimitedBucket } from './admit'
import { type Bucket, countInHour, peekInHour } from './limits/count-in-hour'
import { limitOf } from './limits/network-limit'
import { widerNetworks } from './limits/network-of'
import { type ProviderSize, providerOf } from './mailbox/provider-size'

/**
 * The number of forms accepted within an hour without a challenge. Beyond that nobody is refused: the device solves a
 * challenge, or the email comes later (`admit`). A school or a Tor exit has hundreds of honest people.
 */
export const MAX_PER_HOUR = { network: 400, site: 2_000, provider: 20_000, domainHere: 300, link: 5_000, all: 60_000 }
/** For one mail provider, over all networks. */
export const MAX_OF_DOMAIN: Record<ProviderSize, number> = { worldwide: 60_000, national: 6_000, small: 300 }
/** The largest part of a mail provider's count that one network can add, so that it cannot reach the limit alone. */
const SHARE = 15
/**
 * Slots an hour in the slow queue. Many for a network: people without scripts often share a Tor exit with an attack.
 */
const SLOTS = { ...MAX_PER_HOUR, network: 2_000, site: 10_000, provider: 100_000, domain: 100 }

/** The hourly count from which each is busy. */
export const BUSY_FROM = { network: 60, site: 300, provider: 3_000, link: 500 }

type Kind = keyof typeof SLOTS

/** The requests from the same sources within the last hour. */
export interface RateCounts {
  /** The smallest network that sends many: its own or a wider one. */
  busyNetwork: string | null
  /** The busy network as above, unless it is an access provider's, which people with nothing in common share. */
  busySite: string | null
  busyLink: boolean
  /** The limits reached: the form alone is no longer enough. */
  full: LimitedBucket[]
  /** Set if the total is so high that any signal of doubt requires a challenge. */
  everybody: LimitedBucket | null
  /** Takes this request out of the counts again, if it is refused. */
  undo: () => void
}

/**
 * Counts a form by its sources: its network, the wider networks, its mail provider, a member's link. A provider is
 * counted separately for each network, and across networks only with what each may add, so that one network cannot
 * block a provider for people elsewhere.
 */
export async function countRates(
  { network, domain, via }: { network: string | null; domain: string; via: string | null },
  now: Date,
): Promise<RateCounts> {
  const { name, size } = providerOf(domain)
  const wider = network && widerNetworks(network)
  const here = `${name} ${network}`
  const buckets: Bucket[] = [{ kind: 'all', value: '', limit: MAX_PER_HOUR.all }]
  const add = (kind: Kind, value: string, limit: number) => buckets.push({ kind, value, limit })
  if (network) {
    add('network', network, limitOf(network, MAX_PER_HOUR.network))
    add('domainHere', here, size === 'small' ? MAX_PER_HOUR.domainHere : limitOf(network, MAX_PER_HOUR.network))
  }
  if (wider) {
    add('site', wider.site, MAX_PER_HOUR.site)
    add('provider', wider.provider, MAX_PER_HOUR.provider)
  }
  if (via !== null) add('link', via, MAX_PER_HOUR.link)
  const { numbers, undo } = await countInHour(buckets, now)
  const number = (kind: Kind) => numbers[buckets.findIndex((bucket) => bucket.kind === kind)] ?? 0
  const ofDomain: Bucket = { kind: 'domain', value: name, limit: MAX_OF_DOMAIN[size], lasting: true }
  const adds = network !== null && number('domainHere') <= SHARE
  const added = adds ? await countInHour([ofDomain], now) : undefined
  const domainNumber = added ? (added.numbers[0] ?? 0) : peekInHour(ofDomain, now)
  const busySite =
    (network && number('network') > limitOf(network, BUSY_FROM.network) && network) ||
    (wider && number('site') > BUSY_FROM.site && wider.site) ||
    null
  const busyProvider = wider && number('provider') > BUSY_FROM.provider ? wider.provider : null
  return {
    busyNetwork: busySite ?? busyProvider,
    busySite,
    busyLink: number('link') > BUSY_FROM.link,
    full: [
      ...buckets.flatMap(({ kind, value, limit }, i) =>
        kind !== 'all' && (numbers[i] ?? 0) > limit ? limitedBucket(kind as Kind, value) : [],
      ),
      // Each network has its own slow queue: a new network's is empty.
      ...(network && domainNumber > ofDomain.limit ? [limitedBucket('domain', here)] : []),
    ],
    everybody: number('all') > MAX_PER_HOUR.all ? limitedBucket('all', '') : null,
    undo: () => {
      undo()
      added?.undo()
    },
  }
}

function limitedBucket(kind: Kind, value: string): LimitedBucket {
  return { kind, name: `${kind} ${value}`, slots: SLOTS[kind] }
}
