import type { ServerResponse } from 'node:http'
import type { ReadyAnswer } from '../ready-answer'
import { sharedBody } from '../shared-body'
import { flatHeaders } from './flat-headers'
import { Busy } from './limit-fairly'
import type { ReserveMemory } from './limit-file-memory'

/**
 * Sends the answer of a direct route.
 * @param security headers of every answer; the handler's own take precedence
 * @param reserve limits the memory of files that are being sent, for the network that reads this one
 * @throws Busy if that memory is used up
 */
export async function sendResponse(
  response: ServerResponse,
  answer: Response | ReadyAnswer,
  security: string[],
  reserve?: (file: Uint8Array) => ReturnType<ReserveMemory>,
): Promise<void> {
  if (!(answer instanceof Response)) {
    const flat = flatHeaders(new Map(Object.entries(answer.headers)), security)
    response.writeHead(answer.status, [...flat, 'Content-Length', String(answer.body.length)])
    response.end(answer.body)
    return
  }
  const shared = sharedBody(answer)
  const isHead = response.req.method === 'HEAD'
  if (shared && !isHead && reserve) {
    // The visitor has disconnected.
    if (response.destroyed) return
    const sent = reserve(shared)
    if (!sent) throw new Busy('too many files are being sent')
    response.once('close', sent)
  }
  const body = shared ?? (answer.body === null ? undefined : Buffer.from(await answer.arrayBuffer()))
  const headers = flatHeaders(answer.headers, security)
  // A 304 has the length of what it stands for, or none (RFC 9110, 8.6).
  if (answer.status !== 304 && !answer.headers.has('content-length')) {
    headers.push('Content-Length', String(body?.length ?? 0))
  }
  response.writeHead(answer.status, headers)
  response.end(isHead ? undefined : body)
}
