import { ReadableStream as NodeStream } from 'node:stream/web'

/** Turns pieces into a stream, which reads each piece on demand. */
export function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return NodeStream.from(pieces) as unknown as ReadableStream<Uint8Array>
}
