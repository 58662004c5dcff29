import { widerNetworks } from '@/lib/integrity/limits/network-of'
import { blindIndex } from '@/lib/vault/blind-index'

/**
 * By what the queue tells one network's requests for mails to an address from another's. Sixteen bits: enough to keep
 * them apart, too few to say which of sixteen million networks it was. Keyed with the address, so that two addresses
 * show nothing in common. Of IPv6 the first 48 bits: whoever has one such network has 65,536 of the smaller ones.
 * @param network as `networkOf` gives it; null: our own programs, which count as one network
 */
export function networkTag(addressIndex: Buffer, network: string | null): number {
  const wide = network === null ? '' : (widerNetworks(network)?.site ?? network)
  return blindIndex('mail network', addressIndex.toString('hex'), wide).readInt16BE(0)
}
