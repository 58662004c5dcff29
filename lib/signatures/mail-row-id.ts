import { hash } from 'node:crypto'

/** In ms: a request repeated within this time, such as a retried post, queues no further mail. */
const DEDUPE_WINDOW = 60_000

/** The id of a queue row: a UUID, equal for equal parts within a minute, so that a retried post queues one mail. */
export function mailRowId(parts: (Buffer | string | number | boolean)[], now: Date): string {
  const texts = parts.map((part) => (Buffer.isBuffer(part) ? part.toString('hex') : part))
  // PostgreSQL reads a UUID without its hyphens.
  return hash('sha256', ['mail row', Math.floor(now.getTime() / DEDUPE_WINDOW), ...texts].join('\0')).slice(0, 32)
}
