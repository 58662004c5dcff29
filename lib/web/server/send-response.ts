import type { ServerResponse } from 'node:http'
import type { ReadyAnswer } from '../ready-answer'
import { flatHeaders } from './flat-headers'

/** Sends an answer. @param security headers of every answer; the handler's own take precedence */
export async function sendResponse(
  response: ServerResponse,
  answer: Response | ReadyAnswer,
  security: string[],
): Promise<void> {
  if (!(answer instanceof Response)) {
    const flat = flatHeaders(new Map(Object.entries(answer.headers)), security)
    response.writeHead(answer.status, [...flat, 'Content-Length', String(answer.body.length)])
    response.end(answer.body)
    return
  }
  const body = answer.body === null ? undefined : Buffer.from(await answer.arrayBuffer())
  const headers = flatHeaders(answer.headers, security)
  // A 304 has the length of what it stands for, or none (RFC 9110, 8.6).
  if (answer.status !== 304 && !answer.headers.has('content-length')) {
    headers.push('Content-Length', String(body?.length ?? 0))
  }
  response.writeHead(answer.status, headers)
  response.end(body)
}
