import { widerNetworks } from '@/lib/integrity/limits/network-of'
import { blindIndex } from '@/lib/vault/blind-index'

/**
 * A tag by which the queue tells one network's requests for mail to an address from another's. Sixteen bits: enough to
 * keep them apart, too few to identify one of sixteen million networks. Keyed with the address, so that two addresses
 * have nothing in common. IPv6 counts by its first 48 bits: their owner has 65,536 smaller networks.
 * @param network as `networkOf` gives it; null: our own programs, which count as one network
 */
export function networkTag(addressIndex: Buffer, network: string | null): number {
  const wide = network === null ? '' : (widerNetworks(network)?.site ?? network)
  return blindIndex('mail network', addressIndex.toString('hex'), wide).readInt16BE(0)
}
