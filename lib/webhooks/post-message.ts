import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP } from 'node:net'
import { env } from '@/lib/env'
import { ForbiddenAddress, guardedLookup, mayConnect, type Resolve } from './guarded-lookup'

/** For the whole request, from name resolution to the response's status, in ms. */
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
  /** Certificates to trust in addition to the system's. */
  ca?: string
  timeout?: number
  toLoopback?: boolean
}

/**
 * Posts a message and closes the connection. Of the response it reads only the status: no body, however long, and it
 * follows no redirect.
 */
export async function postMessage(
  address: string,
  headers: Record<string, string>,
  body: string,
  { resolve, ca, timeout = TIMEOUT, toLoopback = env().WEBHOOKS_TO_LOOPBACK }: Ways = {},
): Promise<PostResult> {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // Numeric addresses are not resolved.
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
