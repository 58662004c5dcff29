import { ReadableStream as NodeStream } from 'node:stream/web'
import { Encrypter } from 'age-encryption'
import type { Export } from './export-view'
import { type Origin, writeRows } from './write-rows'

/**
 * A file as a stream of bytes that is made no faster than it is taken, in the memory of some pages, and never on
 * disk. What shows people is encrypted (age) to its recipient while it is made: without its end it does not open.
 * @param finish called once the last byte was taken; not where the taker went away
 */
export async function streamExport(
  file: Export,
  origin: Origin,
  finish: (rows: number) => Promise<void>,
): Promise<ReadableStream<Uint8Array>> {
  const count = { rows: 0 }
  const plain = NodeStream.from(bytes(file, origin, count)) as unknown as ReadableStream<Uint8Array>
  const reader = (file.recipient ? await encrypted(plain, file.recipient) : plain).getReader()
  let gone = false
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read()
        // Cancelling ends a read that waits, as if that were the end.
        if (gone) return
        if (!done) return controller.enqueue(value)
        await finish(count.rows)
        controller.close()
      },
      cancel(reason) {
        gone = true
        return reader.cancel(reason)
      },
    },
    // Nothing is made ahead of what is asked for.
    { highWaterMark: 0 },
  )
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
