import type { IncomingHttpHeaders } from 'node:http'

/** What the framework answered: status, headers in lower case, whole body. */
export interface Upstream {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Asks the framework for a page, with nothing of the visitor in the request. @throws Error when it does not answer whole */
export type AskUpstream = (target: string) => Promise<Upstream>
