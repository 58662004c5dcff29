import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Address } from './upstream'
import { withoutFramework } from './without-framework'

/** In ms: the time for which Next.js may be silent. */
const patience = 30_000

/** Headers that belong to one connection (RFC 9110 §7.6.1), or that Node has handled already. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
])

/**
 * Passes a visitor's request on to Next.js unchanged, and the answer back, both as streams; pages of the admin area
 * whole, without the scripts that they do not need. Resolves when the answer begins: sending it to a slow reader is no
 * work for Next.js.
 * @param body the whole body, if it was read already
 * @throws Error if Next.js does not answer; an answer that breaks off is cut off for the visitor too
 */
export async function proxyRequest(
  upstream: Address,
  incoming: IncomingMessage,
  response: ServerResponse,
  moreHeaders: string[],
  body?: Buffer,
): Promise<void> {
  const { method, url: path } = incoming
  const headers = { ...endToEnd(incoming), ...upstream.headers }
  const asked = request({ ...upstream, method, path, headers, timeout: patience })
  asked.on('timeout', () => asked.destroy(new Error('the framework does not answer')))
  // A visitor who has left needs no answer.
  response.on('close', () => asked.destroy())
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve)
    asked.on('error', reject)
  })
  // Next.js may answer before it has read everything.
  if (body) asked.end(body)
  else pipeline(incoming, asked).catch(() => undefined)
  const answer = await answered
  const headersToSend = [...rawEndToEnd(answer.rawHeaders), ...allowed(answer, method), ...moreHeaders]
  if (method === 'GET' && isStaffPage(answer, path)) {
    const page = await slim(answer)
    response.writeHead(200, headersToSend).end(page)
    return
  }
  response.writeHead(answer.statusCode ?? 502, headersToSend)
  pipeline(answer, response).catch(() => undefined)
}

/** Rendered now, so that it states no length, for what follows here changes it. */
function isStaffPage({ statusCode, headers }: IncomingMessage, path = ''): boolean {
  const html = headers['content-type']?.startsWith('text/html') ?? false
  return statusCode === 200 && html && headers['content-length'] === undefined && path.startsWith('/admin')
}

const [zip, unzip] = [promisify(gzip), promisify(gunzip)]

async function slim(answer: IncomingMessage): Promise<Buffer> {
  const body = await buffer(answer)
  const encoding = answer.headers['content-encoding']
  if (encoding === undefined) return Buffer.from(withoutFramework(body.toString('utf8')))
  if (encoding !== 'gzip') return body
  return zip(withoutFramework((await unzip(body)).toString('utf8')))
}

/** A 405 must name the methods that are allowed (RFC 9110 §15.5.6); Next.js leaves that out for routes. */
function allowed({ statusCode, headers }: IncomingMessage, method = 'GET'): string[] {
  if (statusCode !== 405 || headers.allow !== undefined) return []
  return ['Allow', method === 'POST' ? 'GET, HEAD' : 'POST']
}

function endToEnd({ headers }: IncomingMessage): IncomingMessage['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)))
}

/** The headers as sent, including repeated names (`Set-Cookie`), without those of one connection. */
function rawEndToEnd(raw: string[]): string[] {
  const kept: string[] = []
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const [name = '', value = ''] = [raw[i], raw[i + 1]]
    if (!hopByHop.has(name.toLowerCase())) kept.push(name, value)
  }
  return kept
}
