import ipaddr from 'ipaddr.js'

/** From this machine or a private network: an unannounced reverse proxy, or a laptop. */
export const WIDER_PREFIXES = 'nearby'
/** The address cannot be read. */
export const UNREADABLE = 'unreadable'

/** Quoted, in brackets, with a port: the forms that proxies write. */
const WRITTEN = /^"?(?:\[([^\]]*)\](?::\d{1,5})?|(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}|([^"[\]]*))"?$/

/**
 * The network of an address, about as large as one subscriber has: the first 24 bits of IPv4, the first 64 of IPv6.
 * Every text has one, so that nothing is exempt from limits: all addresses of private networks share one, and all
 * unreadable ones another.
 */
export function networkOf(address: string): string {
  const [, inBrackets, beforePort, plain] = WRITTEN.exec(address.trim()) ?? []
  const text = inBrackets ?? beforePort ?? plain ?? ''
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ofIPv4(ipaddr.IPv4.parse(text))
  const ip = readIPv6(text)
  if (!ip) return UNREADABLE
  const range = ip.range()
  const inside = innerIPv4(ip, range)
  if (inside) return ofIPv4(inside)
  return near.has(range) ? WIDER_PREFIXES : `${groups(ip, 4)}::/64`
}

/** Null where it is none. (`isValid` parses, too: twice would be half of what a network costs.) */
function readIPv6(text: string): ipaddr.IPv6 | null {
  try {
    return ipaddr.IPv6.parse(text)
  } catch {
    return null
  }
}

/** The 48 bits of IPv6 that a site usually has, and the 32 of a whole provider; null for IPv4. */
export function widerNetworks(network: string): { site: string; provider: string } | null {
  if (!network.endsWith('/64')) return null
  const parts = network.split(':')
  return { site: `${parts.slice(0, 3).join(':')}::/48`, provider: `${parts.slice(0, 2).join(':')}::/32` }
}

function ofIPv4(ip: ipaddr.IPv4): string {
  return near.has(ip.range()) ? WIDER_PREFIXES : `${ip.octets.slice(0, 3).join('.')}.0/24`
}

const near = new Set<string>(['loopback', 'private', 'linkLocal', 'uniqueLocal', 'unspecified', 'carrierGradeNat'])

/** The IPv4 address of a visitor whose network translates it to IPv6: they have as many of one as of the other. */
function innerIPv4(ip: ipaddr.IPv6, range: string): ipaddr.IPv4 | null {
  if (range === 'ipv4Mapped') return ip.toIPv4Address()
  if (range === '6to4') return fromParts(ip.parts.slice(1, 3))
  return range === 'rfc6052' ? fromParts(ip.parts.slice(6, 8)) : null
}

function fromParts([high = 0, low = 0]: number[]): ipaddr.IPv4 {
  return new ipaddr.IPv4([high >> 8, high & 255, low >> 8, low & 255])
}

function groups(ip: ipaddr.IPv6, many: number): string {
  return ip.parts
    .slice(0, many)
    .map((part) => part.toString(16))
    .join(':')
}
