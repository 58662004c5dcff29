import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type pg from 'pg'
import { listSegments, noteStatus } from './backup-folder'
import { connectForReplication, streamMessages } from './replication'
import { SEALED, writeSealed } from './sealed-file'
import { formatLsn, parseLsn, segmentEnd, segmentName } from './wal-segment'

/** Keeps the server from deleting what is not archived yet. */
const SLOT = 'icnk_archive'
/** The byte `w`, with which a message of the log begins. */
const DATA = 0x77
/** Microseconds between 1970 and PostgreSQL's epoch. */
const EPOCH = 946_684_800_000_000n

interface ArchiveOptions {
  url: string
  folder: string
  recipient: string
  /** In ms: how often an unfinished segment is archived too. At most that much is lost with the server. */
  every: number
  signal: AbortSignal
  /** Called when everything that was committed before that time is in the archive. */
  onArchived?: (at: Date) => void
  /** Called at the beginning. `gap`: the archive does not continue, so that only copies taken from now on can use it. */
  onStart?: (gap: boolean) => void
}

/**
 * Archives the write-ahead log as it is written, as pg_receivewal does (START_REPLICATION): whole segments once, and
 * the unfinished one every few seconds, each encrypted. It begins where the archive ends, and runs until it is stopped.
 * @throws Error if the server stops or no longer has what comes next; a new whole copy then begins a new archive
 */
export async function archiveWal({
  url,
  folder,
  recipient,
  every,
  signal,
  onArchived,
  onStart,
}: ArchiveOptions): Promise<void> {
  const client = await connectForReplication(url)
  const stop = () => void client.end().catch(() => undefined)
  signal.addEventListener('abort', stop)
  try {
    const { timeline, segmentSize, start, gap } = await openSlot(client, folder)
    onStart?.(gap)
    const segment = Buffer.alloc(Number(segmentSize))
    let begin = start
    let end = start
    let archived = start

    const put = (name: string, content: Buffer) =>
      writeSealed(join(folder, 'wal', `${name}${SEALED}`), Readable.from([content]), recipient)
    const partial = () => `${segmentName(timeline, begin, segmentSize)}.partial`

    const take = async (from: bigint, bytes: Buffer) => {
      if (from !== end) throw new Error(`the log continues at ${formatLsn(from)}, not at ${formatLsn(end)}`)
      for (let rest = bytes; rest.length > 0; ) {
        const room = Number(begin + segmentSize - end)
        const part = rest.subarray(0, room)
        part.copy(segment, Number(end - begin))
        end += BigInt(part.length)
        rest = rest.subarray(part.length)
        if (end < begin + segmentSize) continue
        await put(segmentName(timeline, begin, segmentSize), segment)
        await rm(join(folder, 'wal', `${partial()}${SEALED}`), { force: true })
        begin = end
        archived = end
        segment.fill(0)
      }
    }
    const flush = async (at: Date) => {
      if (end > archived) await put(partial(), segment)
      archived = end
      await noteStatus(folder, { archivedAt: at })
      onArchived?.(at)
    }

    const command = `START_REPLICATION SLOT ${SLOT} PHYSICAL ${formatLsn(start)} TIMELINE ${timeline}`
    const onMessage = async (message: Buffer) => {
      if (message[0] === DATA) {
        await take(message.readBigUInt64BE(1), message.subarray(25))
        return undefined
      }
      // The server has sent all that was written at that time.
      if (end >= message.readBigUInt64BE(1)) await flush(timeAt(message, 9))
      return message[17] === 1 ? report(end, begin, false) : undefined
    }
    // Each report asks the server for its time.
    await streamMessages(client, command, onMessage, { every, message: () => report(end, begin, true) })
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', stop)
    await client.end().catch(() => undefined)
  }
}

/**
 * Where the next segment begins: after the last one in the archive, or, where the server no longer has that (`gap`),
 * from where it has the log.
 */
async function openSlot(client: pg.Client, folder: string) {
  const system = await client.query('IDENTIFY_SYSTEM')
  const timeline = Number(system.rows[0]?.timeline)
  const size = await client.query('SHOW wal_segment_size')
  const segmentSize = BigInt(Number.parseInt(size.rows[0]?.wal_segment_size, 10)) * 1024n * 1024n
  const kept = (parseLsn(await reserve(client)) / segmentSize) * segmentSize
  const prefix = timeline.toString(16).toUpperCase().padStart(8, '0')
  const whole = (await listSegments(folder)).filter((name) => name.startsWith(prefix) && !name.includes('.partial'))
  const last = whole.at(-1)
  const archived = last ? segmentEnd(last, segmentSize) : null
  const gap = archived === null || archived < kept
  return { timeline, segmentSize, start: gap ? kept : archived, gap }
}

/** The position from which the server keeps the log for us; a slot that has lost its place is made again. */
async function reserve(client: pg.Client, again = true): Promise<string> {
  await client.query(`CREATE_REPLICATION_SLOT ${SLOT} PHYSICAL RESERVE_WAL`).catch((error: { code?: string }) => {
    if (error.code !== '42710') throw error
  })
  const { rows } = await client.query(`READ_REPLICATION_SLOT ${SLOT}`)
  const position: unknown = rows[0]?.restart_lsn
  if (typeof position === 'string') return position
  if (!again) throw new Error('the server keeps no log for the archive')
  await client.query(`DROP_REPLICATION_SLOT ${SLOT}`)
  return reserve(client, false)
}

/**
 * A standby's report: received so far, and kept for good. Only whole segments are called kept: after a restart the
 * unfinished one comes again from its beginning.
 */
function report(received: bigint, kept: bigint, ask: boolean): Buffer {
  const message = Buffer.alloc(34)
  message.write('r', 0)
  message.writeBigUInt64BE(received, 1)
  message.writeBigUInt64BE(kept, 9)
  message.writeBigUInt64BE(kept, 17)
  message.writeBigInt64BE(BigInt(Date.now()) * 1000n - EPOCH, 25)
  message[33] = ask ? 1 : 0
  return message
}

function timeAt(message: Buffer, offset: number): Date {
  return new Date(Number((message.readBigInt64BE(offset) + EPOCH) / 1000n))
}
