import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { chooseEncoding, type Encoding } from './choose-encoding'
import type { Answer } from './make-answer'

/**
 * Sends a ready answer in an encoding that the client accepts; 304 if the client already has these bytes; no body for
 * HEAD (Node omits it).
 */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const variant = answer.variants[encodingFor(request.headers['accept-encoding'] as string | undefined)]
  const known = answer.status === 200 ? request.headers['if-none-match'] : undefined
  if (known !== undefined && matches(known, variant.etag)) {
    response.writeHead(304, variant.unchangedHeaders)
    response.end()
    return
  }
  response.writeHead(answer.status, variant.headers)
  response.end(variant.body)
}

// Browsers send only a few different values.
const chosen = new LRUCache<string, Encoding>({ max: 64 })

function encodingFor(value = ''): Encoding {
  if (value.length > 128) return chooseEncoding(value)
  const known = chosen.get(value)
  if (known) return known
  const encoding = chooseEncoding(value)
  chosen.set(value, encoding)
  return encoding
}

/** If-None-Match compares weakly (RFC 9110 §13.1.2): a proxy may have weakened our ETag. */
function matches(header: string, etag: string): boolean {
  if (header === etag || header.trim() === '*') return true
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag)
}
