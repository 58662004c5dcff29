import ipaddr from 'ipaddr.js'

/** Public in the registries, but answered by a server's own host (the metadata service of Azure). */
const INSIDE = ['168.63.129.16']

/**
 * Tells whether an address belongs to the public internet: no loopback, private, link-local, shared or reserved
 * network, none that embeds another address, and no metadata service. Invalid text is not public.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text) || INSIDE.includes(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  // Of IPv6, only ranges that the registries allocate.
  return address.kind() === 'ipv4' || address.match(ipaddr.parse('2000::'), 3)
}

/** Tells whether an address is this machine. */
export function isLoopback(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.process(text).range() === 'loopback'
}
