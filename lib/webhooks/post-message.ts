import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP } from 'node:net'
import { env } from '@/lib/env'
import { ForbiddenAddress, guardedLookup, mayConnect, type Resolve } from './guarded-lookup'

/** In ms: for everything, from the name to the status of the answer. */
const TIMEOUT = 10_000

export type PostResult =
  | { ok: true; status: number }
  | {
      ok: false
      reason: 'refused' | 'redirected' | 'gone' | 'forbidden_address' | 'timeout' | 'no_connection'
      status?: number
    }

/** Replacements for the network, for tests. */
interface Ways {
  resolve?: Resolve
  /** Certificates to trust besides those of the system. */
  ca?: string
  timeout?: number
  toLoopback?: boolean
}

/**
 * Posts a message. Of the answer only the status is read: no body, however long, and no redirect is followed. The
 * connection is closed then.
 */
export async function postMessage(
  address: string,
  headers: Record<string, string>,
  body: string,
  { resolve, ca, timeout = TIMEOUT, toLoopback = env().WEBHOOKS_TO_LOOPBACK }: Ways = {},
): Promise<PostResult> {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // For an address in digits nothing is looked up.
  if (isIP(host) && !mayConnect(host, toLoopback)) return { ok: false, reason: 'forbidden_address' }
  if (!toLoopback && (url.protocol !== 'https:' || url.port !== '')) return { ok: false, reason: 'forbidden_address' }
  const signal = AbortSignal.timeout(timeout)
  const options = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
    lookup: guardedLookup(toLoopback, resolve),
    agent: false as const,
    maxHeaderSize: 8_192,
    signal,
    ...(ca ? { ca } : {}),
  }
  const status = await new Promise<number | Error>((done) => {
    const sent = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, options)
    sent.on('response', (response) => {
      response.on('error', () => undefined)
      done(response.statusCode ?? 0)
      response.destroy()
    })
    sent.on('error', done)
    sent.end(body)
  })
  if (typeof status === 'number') return resultOf(status)
  if (status instanceof ForbiddenAddress) return { ok: false, reason: 'forbidden_address' }
  return { ok: false, reason: signal.aborted ? 'timeout' : 'no_connection' }
}

function resultOf(status: number): PostResult {
  if (status >= 200 && status < 300) return { ok: true, status }
  if (status >= 300 && status < 400) return { ok: false, reason: 'redirected', status }
  return { ok: false, reason: status === 410 ? 'gone' : 'refused', status }
}
