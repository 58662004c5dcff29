import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isLoopback, isPublicAddress } from './public-address'

/** Thrown if a name resolves to an address to which nothing may be sent. */
export class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress'
}

/** Resolves a name to all its addresses, like `dns.lookup`. */
export type Resolve = (
  name: string,
  options: { all: true },
  done: (error: Error | null, addresses: { address: string; family: number }[]) => void,
) => void

/**
 * A `lookup` for a connection, which then uses exactly the addresses that were checked here. The name is not resolved a
 * second time, so it cannot change in between (DNS rebinding). A single forbidden address refuses all.
 * @param toLoopback also allows this machine, for tests
 */
export function guardedLookup(toLoopback: boolean, resolve: Resolve = systemLookup): LookupFunction {
  return (name, options, done) => {
    resolve(name, { all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return done(error ?? new Error('no address'), '', 0)
      if (!addresses.every(({ address }) => mayConnect(address, toLoopback)))
        return done(new ForbiddenAddress('not a public address'), '', 0)
      if (options.all) return done(null, addresses)
      return done(null, first.address, first.family)
    })
  }
}

/** Tells whether a message may be sent to an address. */
export function mayConnect(address: string, toLoopback: boolean): boolean {
  return isPublicAddress(address) || (toLoopback && isLoopback(address))
}
