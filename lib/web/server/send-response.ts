import type { ServerResponse } from 'node:http'
import { heldBody } from '../held-body'
import type { ReadyAnswer } from '../ready-answer'
import { flatHeaders } from './flat-headers'
import type { HoldFile } from './hold-files'
import { Busy } from './limit-fairly'

/**
 * Sends an answer.
 * @param security headers of every answer; the handler's own take precedence
 * @param hold bounds the memory of files on their way, for the network that reads this one
 * @throws Busy where too many of them are
 */
export async function sendResponse(
  response: ServerResponse,
  answer: Response | ReadyAnswer,
  security: string[],
  hold?: (file: Uint8Array) => ReturnType<HoldFile>,
): Promise<void> {
  if (!(answer instanceof Response)) {
    const flat = flatHeaders(new Map(Object.entries(answer.headers)), security)
    response.writeHead(answer.status, [...flat, 'Content-Length', String(answer.body.length)])
    response.end(answer.body)
    return
  }
  const kept = heldBody(answer)
  const isHead = response.req.method === 'HEAD'
  if (kept && !isHead && hold) {
    // Who has left is sent nothing.
    if (response.destroyed) return
    const sent = hold(kept)
    if (!sent) throw new Busy('too many files are being sent')
    response.once('close', sent)
  }
  const body = kept ?? (answer.body === null ? undefined : Buffer.from(await answer.arrayBuffer()))
  const headers = flatHeaders(answer.headers, security)
  // A 304 has the length of what it stands for, or none (RFC 9110, 8.6).
  if (answer.status !== 304 && !answer.headers.has('content-length')) {
    headers.push('Content-Length', String(body?.length ?? 0))
  }
  response.writeHead(answer.status, headers)
  response.end(isHead ? undefined : body)
}
