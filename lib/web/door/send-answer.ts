import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseEncoding } from './choose-encoding'
import type { Answer } from './make-answer'

/** Sends a ready answer: the encoding the client accepts, 304 when it already has these bytes, no body for HEAD. */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const variant = answer.variants[chooseEncoding(request.headers['accept-encoding'] as string | undefined)]
  const known = request.headers['if-none-match']
  if (known !== undefined && answer.status === 200 && matches(known, variant.etag)) {
    response.writeHead(304, variant.unchangedHeaders)
    response.end()
    return
  }
  response.writeHead(answer.status, variant.headers)
  if (request.method === 'HEAD') response.end()
  else response.end(variant.body)
}

/** If-None-Match compares weakly (RFC 9110 §13.1.2): a proxy may have weakened our tag. */
function matches(header: string, etag: string): boolean {
  if (header === etag || header.trim() === '*') return true
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag)
}
