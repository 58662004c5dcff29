import { type IncomingMessage, request } from 'node:http'
import { Busy } from './limit-fairly'
import type { Address, Upstream } from './upstream'

/** In ms, for a whole page. */
const patience = 10_000
/** In bytes, for a whole page. */
const largest = 4 * 1024 * 1024

/**
 * Requests a public page from Next.js. The request carries nothing of the visitor, no cookies and no address, and
 * always the same host: the answer may be shown to anyone.
 * @throws Busy if it does not answer completely within 10 s; Error if it breaks off, or with more than 4 MB
 */
export function requestUpstream(upstream: Address, path: string, siteUrl: string): Promise<Upstream> {
  const { host, protocol } = new URL(siteUrl)
  const headers = {
    ...upstream.headers,
    host,
    accept: 'text/html',
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
  }
  return new Promise((resolve, reject) => {
    const asked = request({ ...upstream, path, headers }, (answer) => {
      readWhole(answer).then(
        (body) => resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body }),
        reject,
      )
    })
    const timer = setTimeout(() => {
      console.error('framework: a page took longer than 10 s')
      asked.destroy(new Busy('the page took longer than 10 s'))
    }, patience)
    asked.on('error', reject)
    asked.on('close', () => clearTimeout(timer))
    asked.end()
  })
}

async function readWhole(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largest) throw new Error('the page is larger than 4 MB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
