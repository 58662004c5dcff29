import { hash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'

const HOUR = 3_600_000
const DAY = 86_400_000

/** Whom a rate is counted of. The least recently seen are forgotten first: memory stays bounded under any attack. */
const counts = new LRUCache<string, { from: number; now: number; before: number }>({ max: 100_000 })

let secret = { day: 0, key: newKey() }

/**
 * Counts one more of a kind and tells how many there were in the last hour, this one included: the running hour and
 * the share of the hour before that still reaches into it.
 *
 * All of it is in the memory of this process, under a hash with a random key that is thrown away every day: nothing
 * is stored, and no address can be read back. With several processes each counts its own share.
 */
export function countInHour(kind: string, value: string, now: Date): number {
  const time = now.getTime()
  const name = nameOf(kind, value, time)
  const from = time - (time % HOUR)
  const known = counts.get(name)
  const count = known?.from === from ? known : { from, now: 0, before: known?.from === from - HOUR ? known.now : 0 }
  count.now += 1
  counts.set(name, count)
  return count.now + Math.floor(count.before * (1 - (time - from) / HOUR))
}

/** Takes one back that was counted a moment ago: of who was sent away, and comes again, one is counted. */
export function uncount(kind: string, value: string, now: Date): void {
  const known = counts.get(nameOf(kind, value, now.getTime()))
  if (known && known.now > 0) known.now -= 1
}

function nameOf(kind: string, value: string, time: number): string {
  const day = Math.floor(time / DAY)
  if (day !== secret.day) {
    secret = { day, key: newKey() }
    counts.clear()
  }
  // One-shot and cut to 128 bits: keyed as HMAC is, at a fifth of its cost; it is on the way of every signing.
  return hash('sha256', `${secret.key}\0${kind}\0${value}`, 'base64url').slice(0, 22)
}

function newKey(): string {
  return randomBytes(32).toString('base64url')
}
