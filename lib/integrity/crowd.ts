import type { FullWay } from './admit'
import { largeProviders } from './mail-domains'
import { countInHour, uncount } from './rate'
import { registrableDomain } from './registrable-domain'

/**
 * How many within an hour are let in by the form alone. Beyond it nobody is refused: a device solves a small task, or
 * the e-mail comes later (`admit`). A school or a Tor exit has hundreds of honest people.
 */
const MOST = { network: 400, wideNetwork: 2_000, domain: 300, link: 5_000, all: 60_000 }
/** Places of an hour in the slow queue. By a network many: who has no scripts often shares a Tor exit with an attack. */
const PLACES = { ...MOST, network: 2_000, wideNetwork: 10_000 }

/** How many came by the same ways within the last hour, this one included. */
export interface Crowd {
  network: number
  /** Of a small mail provider; large ones are not counted. */
  domain: number
  link: number
  /** The ways on which the form alone is not enough any more. */
  full: FullWay[]
  crowdedDomain: boolean
  /** So many in all that any doubt is enough to be asked for more. */
  everybody: FullWay | null
  /** Takes this one out of the numbers again: it was sent away. */
  forget: () => void
}

/** Counts a signing by its ways in. */
export function countCrowd(
  { network, domain, via }: { network: string | null; domain: string; via: string | null },
  now: Date,
): Crowd {
  const full: FullWay[] = []
  const counted: [kind: string, value: string][] = []
  const count = (kind: keyof typeof MOST, value: string | null) => {
    if (value === null) return 0
    counted.push([kind, value])
    const found = countInHour(kind, value, now)
    if (found > MOST[kind]) full.push({ name: `${kind} ${value}`, places: PLACES[kind] })
    return found
  }
  const owner = registrableDomain(domain)
  const large = largeProviders.has(domain) || largeProviders.has(owner)
  const ofNetwork = count('network', network)
  count('wideNetwork', network && wideNetwork(network))
  const ofDomain = count('domain', large ? null : owner)
  const byLink = count('link', via)
  const ofAll = countInHour('all', '', now)
  counted.push(['all', ''])
  return {
    network: ofNetwork,
    domain: ofDomain,
    link: byLink,
    full,
    crowdedDomain: ofDomain > MOST.domain,
    everybody: ofAll > MOST.all ? { name: 'all', places: PLACES.all } : null,
    forget: () => {
      for (const [kind, value] of counted) uncount(kind, value, now)
    },
  }
}

/** The 48 bits of IPv6 that a site usually has: who has 65,536 networks of its own is not 65,536 visitors. */
function wideNetwork(network: string): string | null {
  return network.endsWith('/64') ? `${network.split(':').slice(0, 3).join(':')}::/48` : null
}
