import { UNREADABLE, WIDER_PREFIXES } from './network-of'

/**
 * A limit as it applies to a network. All visitors may seem to come from this machine or a private network if a reverse
 * proxy was not announced (`TRUST_PROXY`), so these get a wide limit; unreadable addresses share a strict one.
 */
export function limitOf(network: string, most: number): number {
  if (network === WIDER_PREFIXES) return most * 12
  return network === UNREADABLE ? Math.ceil(most / 4) : most
}
