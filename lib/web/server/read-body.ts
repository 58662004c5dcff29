import type { IncomingMessage } from 'node:http'

/**
 * Reads the whole body.
 * @returns the body; 413 if it is announced or turns out to be larger than `limit` bytes; 400 if it breaks off. Node
 *   reads and discards the rest of an oversized body within the request timeout, so that the sender can still read our
 *   answer.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 400 | 413> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(413)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) {
        chunks.length = 0
        resolve(413)
      } else chunks.push(chunk)
    })
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)))
    request.on('error', () => resolve(400))
    request.on('close', () => resolve(400))
  })
}
