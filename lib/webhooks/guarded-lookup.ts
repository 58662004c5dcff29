import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isLoopback, isPublicAddress } from './public-address'

/** The name leads to an address that nothing may be sent to. */
export class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress'
}

/** Resolves a name to all its addresses, as `dns.lookup` does. */
export type Resolve = (
  name: string,
  options: { all: true },
  done: (error: Error | null, addresses: { address: string; family: number }[]) => void,
) => void

/**
 * A `lookup` for a connection, which then goes to exactly the addresses that were checked here: the name is not looked up
 * again, so that it cannot lead elsewhere the second time (DNS rebinding). One forbidden address among several refuses
 * all.
 * @param toLoopback allows this machine too, for tests
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

/** Whether a message may be sent to an address. */
export function mayConnect(address: string, toLoopback: boolean): boolean {
  return isPublicAddress(address) || (toLoopback && isLoopback(address))
}
