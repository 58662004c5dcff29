import type { IncomingHttpHeaders, OutgoingHttpHeaders, RequestOptions } from 'node:http'

/** Next.js's answer: status, headers in lower case, whole body. */
export interface Upstream {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/**
 * Requests a page from Next.js, with nothing of the visitor in the request.
 * @throws Error if the answer is not complete
 */
export type RequestUpstream = (target: string) => Promise<Upstream>

/** The address at which Next.js listens, and the headers of every request to it. */
export type Address = Omit<RequestOptions, 'headers'> & { headers: OutgoingHttpHeaders }
