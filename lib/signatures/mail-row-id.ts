import { createHash } from 'node:crypto'

/** In ms: within this time a repeated request, such as a retried post, is the same mail. */
const AGAIN = 60_000

/** The id of a queue row, the same for the same parts within a minute: a retried post queues one mail. */
export function mailRowId(parts: (Buffer | string | number | boolean)[], now: Date): string {
  const hash = createHash('sha256').update(`mail row\0${Math.floor(now.getTime() / AGAIN)}`)
  for (const part of parts) hash.update(`\0${Buffer.isBuffer(part) ? part.toString('hex') : part}`)
  return hash
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
