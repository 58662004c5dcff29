import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'

/** The headers of a mail that lists show. */
export interface OutboxHead {
  id: string
  from: string
  to: string
  subject: string
  at: Date
}

/** A mail that the outbox driver wrote instead of sending it. */
export interface OutboxMail extends OutboxHead {
  text: string
  html: string
  /** The raw file. */
  source: string
}

/** The text after it is not shown in lists. */
const END_OF_HEADERS = '\r\n\r\n'

const FILE = /^(\d{8}T\d{9}Z-[0-9a-f]+)\.eml$/

/**
 * The newest mails of the outbox, newest first, and the number of all. Only their headers are read, since a person who
 * waits for a mail looks often. A folder that does not exist yet has no mails.
 */
export async function listOutbox(folder: string, most: number): Promise<{ mails: OutboxHead[]; total: number }> {
  const names = await readdir(folder).catch(ifMissing)
  // A name begins with the time of queueing.
  const ids = names
    .flatMap((name) => FILE.exec(name)?.[1] ?? [])
    .sort()
    .reverse()
  const mails = await Promise.all(ids.slice(0, most).map((id) => readHead(folder, id)))
  return { mails: mails.filter((mail) => mail !== null), total: ids.length }
}

async function readHead(folder: string, id: string): Promise<OutboxHead | null> {
  const bytes = await readMail(folder, id)
  return bytes && headOf(id, await PostalMime.parse(bytes.subarray(0, bytes.indexOf(END_OF_HEADERS))))
}

/** One mail of the outbox; null if there is none of this id. */
export async function findOutboxMail(folder: string, id: string): Promise<OutboxMail | null> {
  if (!FILE.test(`${id}.eml`)) return null
  const bytes = await readMail(folder, id)
  if (!bytes) return null
  const mail = await PostalMime.parse(bytes)
  return { ...headOf(id, mail), text: mail.text ?? '', html: mail.html ?? '', source: bytes.toString('utf8') }
}

function readMail(folder: string, id: string): Promise<Buffer | null> {
  return readFile(join(folder, `${id}.eml`)).catch(() => null)
}

function headOf(id: string, { from, to, subject, date }: Email): OutboxHead {
  return {
    id,
    from: [from?.name, from?.address && `<${from.address}>`].filter(Boolean).join(' '),
    to: (to ?? []).map(({ address }) => address).join(', '),
    subject: subject ?? '',
    at: new Date(date ?? 0),
  }
}

function ifMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
