import autocannon from 'autocannon'
import { nextAddress } from './forms'

/** Connections of every measurement, the number that the design's figures assume. */
export const CONNECTIONS = 32

export interface Load {
  url: string
  /** Seconds. */
  seconds: number
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  /** Called for each request. */
  body?: () => string
  /** Total requests, instead of seconds. */
  amount?: number
  /** Total requests per second; as many as possible if omitted. */
  pace?: number
}

export interface Figure {
  /** Requests per second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Successful answers and redirects. */
  good: number
  /** All other answers, and requests without one. */
  bad: number
}

/** Loads an address from 32 connections. Answers of any status count. */
export async function load({ url, seconds, method = 'GET', headers = {}, body, amount, pace }: Load): Promise<Figure> {
  const setupRequest = (r: autocannon.Request) => ({
    ...r,
    headers: { ...headers, 'x-forwarded-for': nextAddress() },
    ...(body ? { body: body() } : {}),
  })
  const request = method === 'POST' ? { setupRequest } : {}
  const began = performance.now()
  // The load generator stops and measures in whole seconds.
  let last = began
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = {
      url,
      connections: CONNECTIONS,
      method,
      headers,
      requests: [request],
      ...(pace ? { overallRate: pace } : {}),
      ...(amount ? { amount } : { duration: seconds }),
    }
    const run = autocannon(options, (error: unknown, found) => (error ? reject(error) : resolve(found)))
    run.on('response', () => {
      last = performance.now()
    })
  })
  const { p50, p99 } = result.latency
  const elapsed = (last - began) / 1000
  const good = result['2xx'] + result['3xx']
  const bad = result['4xx'] + result['5xx'] + result.errors + result.timeouts
  return { rate: result.requests.total / elapsed, p50, p99, good, bad }
}

/** The median of several figures by their rate. */
export function median(figures: Figure[]): Figure {
  const sorted = [...figures].sort((a, b) => a.rate - b.rate)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (!middle) throw new Error('no figure to take the median of')
  return middle
}
