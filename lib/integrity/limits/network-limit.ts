import { UNREADABLE, WIDER_PREFIXES } from './network-of'

/**
 * A limit as it is for a network. Everybody may come from this machine or a private network where a reverse proxy was
 * not announced (`TRUST_PROXY`): it takes a crowd, and is a limit still. An address that cannot be read is nobody's.
 */
export function limitOf(network: string, most: number): number {
  if (network === WIDER_PREFIXES) return most * 12
  return network === UNREADABLE ? Math.ceil(most / 4) : most
}
