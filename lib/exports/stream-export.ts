import { ReadableStream as NodeStream } from 'node:stream/web'
import { Encrypter } from 'age-encryption'
import type { Export } from './export-view'
import { type Origin, writeRows } from './write-rows'

/** What a download says of itself while it is taken. */
export interface Taking {
  /** It is being taken on. False: it is somebody else's by now, and ends here. */
  hold: () => Promise<boolean>
  /** All but its last piece was taken. False: as above. */
  finish: (rows: number) => Promise<boolean>
  /** Its taker went away before. */
  release: () => Promise<void>
}

/** So long one `hold` is enough, in ms. */
const HOLD_EVERY = 30_000

/**
 * A file as a stream of bytes that is made no faster than it is taken, in the memory of some pages, and never on
 * disk. What shows people is encrypted (age) to its recipient while it is made: without its end it does not open. Its
 * last piece is given once, to one taker: that it is gone is written down before that piece leaves.
 */
export async function streamExport(file: Export, origin: Origin, taking: Taking): Promise<ReadableStream<Uint8Array>> {
  const count = { rows: 0 }
  const plain = NodeStream.from(bytes(file, origin, count)) as unknown as ReadableStream<Uint8Array>
  const reader = (file.recipient ? await encrypted(plain, file.recipient) : plain).getReader()
  let gone = false
  let held = Date.now()
  let kept: Uint8Array | undefined
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (Date.now() - held > HOLD_EVERY) {
          if (!(await taking.hold())) throw await end(reader)
          held = Date.now()
        }
        kept ??= (await reader.read()).value
        const { done, value } = await reader.read()
        // Cancelling ends a read that waits, as if that were the end.
        if (gone) return
        if (done && !(await taking.finish(count.rows))) throw await end(reader)
        if (kept) controller.enqueue(kept)
        kept = value
        if (done) controller.close()
      },
      async cancel(reason) {
        gone = true
        await reader.cancel(reason)
        await taking.release()
      },
    },
    // Nothing is made ahead of what is asked for.
    { highWaterMark: 0 },
  )
}

async function end(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Error> {
  await reader.cancel()
  return new Error('another download of this file was begun')
}

async function* bytes(file: Export, origin: Origin, count: { rows: number }): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const { text, rows } of writeRows(file, origin)) {
    count.rows += rows
    yield encoder.encode(text)
  }
}

function encrypted(plain: ReadableStream<Uint8Array>, recipient: string): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(plain)
}
