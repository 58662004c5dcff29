import type { IncomingHttpHeaders, OutgoingHttpHeaders, RequestOptions } from 'node:http'

/** What the framework answered: status, headers in lower case, whole body. */
export interface Upstream {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/**
 * Asks the framework for a page, with nothing of the visitor in the request.
 * @throws Error when it does not answer whole
 */
export type RequestUpstream = (target: string) => Promise<Upstream>

/** Where the framework listens, and what every request to it carries. */
export type Address = Omit<RequestOptions, 'headers'> & { headers: OutgoingHttpHeaders }
