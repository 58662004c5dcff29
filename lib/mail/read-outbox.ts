import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

/** A mail that the outbox driver wrote instead of sending it. */
export interface OutboxMail {
  id: string
  from: string
  to: string
  subject: string
  at: Date
  text: string
  html: string
  /** The raw file. */
  source: string
}

const FILE = /^(\d{8}T\d{9}Z-[0-9a-f]+)\.eml$/

/**
 * The newest mails of the outbox, newest first.
 * @returns also the total number; none if the folder does not exist yet
 */
export async function listOutbox(folder: string, most: number): Promise<{ mails: OutboxMail[]; total: number }> {
  const names = await readdir(folder).catch(ifMissing)
  // A name begins with the time of queueing.
  const ids = names
    .flatMap((name) => FILE.exec(name)?.[1] ?? [])
    .sort()
    .reverse()
  const mails = await Promise.all(ids.slice(0, most).map((id) => findOutboxMail(folder, id)))
  return { mails: mails.filter((mail) => mail !== null), total: ids.length }
}

/** One mail of the outbox, or null. */
export async function findOutboxMail(folder: string, id: string): Promise<OutboxMail | null> {
  if (!FILE.test(`${id}.eml`)) return null
  const bytes = await readFile(join(folder, `${id}.eml`)).catch(() => null)
  if (!bytes) return null
  const { from, to, subject, date, text, html } = await PostalMime.parse(bytes)
  return {
    id,
    from: [from?.name, from?.address && `<${from.address}>`].filter(Boolean).join(' '),
    to: (to ?? []).map(({ address }) => address).join(', '),
    subject: subject ?? '',
    at: new Date(date ?? 0),
    text: text ?? '',
    html: html ?? '',
    source: bytes.toString('utf8'),
  }
}

function ifMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
