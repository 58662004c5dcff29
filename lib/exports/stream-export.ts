import type { Export } from './export-view'
import { encryptTo } from './recipient'
import { streamOf } from './stream-of'
import { type Origin, writeRows } from './write-rows'

/** The callbacks by which a download reports its progress. */
export interface Taking {
  /** Reserves the file again. False: another download has replaced this one, which ends. */
  hold: () => Promise<boolean>
  /** Called before the last piece. False: as for `hold`. */
  finish: (rows: number) => Promise<boolean>
  /** Called if the client disconnects. */
  release: () => Promise<void>
}

/** How often a download renews its reservation, in ms. */
const RENEW_EVERY = 30_000

/**
 * Streams a file no faster than it is downloaded, a few pages at a time, and never on disk. Files with personal columns
 * are encrypted (age) to their recipient; a truncated one cannot be decrypted. Its last piece is sent only once, to one
 * client, after the file was marked as finished.
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
        // After `cancel`, a pending read returns as if the file had ended.
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
    // Produces nothing before it is requested.
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
