import { ReadableStream as NodeStream } from 'node:stream/web'

/** A stream of pieces, each taken when the one before has been read. */
export function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return NodeStream.from(pieces) as unknown as ReadableStream<Uint8Array>
}
