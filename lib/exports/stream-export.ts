import type { Export } from './export-view'
import { encryptTo } from './recipient'
import { streamOf } from './stream-of'
import { type Origin, writeRows } from './write-rows'

/** The callbacks by which a download reports its progress. */
export interface Taking {
  /** It makes progress. False: another download has taken its place, and this one ends. */
  hold: () => Promise<boolean>
  /** All but its last piece was sent. False: as above. */
  finish: (rows: number) => Promise<boolean>
  /** The client disconnected. */
  release: () => Promise<void>
}

/** In ms: the interval in which a download renews its claim. */
const RENEW_EVERY = 30_000

/**
 * A file as a stream of bytes, produced no faster than it is downloaded, a few pages at a time, and never on disk. A file
 * that shows who signed is encrypted (age) to its recipient on the way: truncated, it does not open. Its last piece is sent
 * once, to one client: that the file is gone is written before that piece leaves.
 */
export async function streamExport(file: Export, origin: Origin, taking: Taking): Promise<ReadableStream<Uint8Array>> {
  const count = { rows: 0 }
  const plain = streamOf(bytes(file, origin, count))
  const reader = (file.recipient ? await encryptTo([file.recipient], plain) : plain).getReader()
  let gone = false
  let held = Date.now()
  let kept: Uint8Array | undefined
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (Date.now() - held > RENEW_EVERY) {
          if (!(await taking.hold())) throw await end(reader)
          held = Date.now()
        }
        kept ??= (await reader.read()).value
        const { done, value } = await reader.read()
        // Cancelling ends a pending read as if the file had ended.
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
    // Nothing is produced ahead of demand.
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
