import type { IncomingMessage } from 'node:http'
import { networkOf, UNREADABLE, WIDER_PREFIXES, widerNetworks } from '@/lib/integrity/limits/network-of'

/** Internal header with the visitor's network address: for rate limits, never logged, never stored. */
export const addressHeader = 'x-client-address'

const forwarding = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Makes the request's headers trustworthy: removes all that it claims about itself and proxies, and sets the internal
 * address header from the connection or, behind `trustedProxies` proxies of our own, from the entry that the outermost
 * of them added to X-Forwarded-For.
 */
export function setClientAddress(request: IncomingMessage, trustedProxies: number): void {
  const address = clientAddress(request, trustedProxies)
  warnOfProxies(request, address)
  for (const name of forwarding) delete request.headers[name]
  request.headers[addressHeader] = address
}

/** The number of requests that are still checked: a wrong configuration shows in the first ones. */
let unchecked = 1_000

/** Logs once that visitors cannot be told apart, if a proxy forwards them that `TRUST_PROXY` does not count. */
function warnOfProxies(request: IncomingMessage, address: string): void {
  if (unchecked === 0 || !forwarding.some((name) => request.headers[name] !== undefined)) return
  unchecked -= 1
  const network = networkOf(address)
  if (network !== WIDER_PREFIXES && network !== UNREADABLE) return
  unchecked = 0
  console.warn(
    'limits: a proxy passes visitors on and all look like one. Set TRUST_PROXY (docs/operations/settings.md)',
  )
}

/**
 * The network in whose turn a request is answered, read before its headers are removed. An IPv6 network shares its
 * turns with all networks of the same /48: otherwise one connection could have sixty-five thousand turns.
 */
export function turnOf(request: IncomingMessage, trustedProxies: number): string {
  return turnFrom(clientAddress(request, trustedProxies))
}

function turnFrom(address: string): string {
  const network = networkOf(address)
  return widerNetworks(network)?.site ?? network
}

/** The network in whose turn a request is answered, after `setClientAddress`. */
export function turnOfChecked(request: IncomingMessage): string {
  return turnFrom(String(request.headers[addressHeader]))
}

function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const peer = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const header = request.headers['x-forwarded-for']
  if (trustedProxies === 0 || header === undefined) return peer
  const hops = String(header)
    .split(',')
    .map((hop) => hop.trim())
  return hops.at(-trustedProxies) ?? peer
}

/** Whether the request comes from this machine and was not forwarded by a proxy on it. */
export function isLoopback(request: IncomingMessage): boolean {
  const peer = request.socket.remoteAddress ?? ''
  const local = peer === '::1' || /^(?:::ffff:)?127\./.test(peer)
  const passedOn = forwarding.some((name) => request.headers[name] !== undefined)
  // The Host check stops a web page that rebinds its own name to 127.0.0.1.
  return local && !passedOn && /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(request.headers.host ?? '')
}
