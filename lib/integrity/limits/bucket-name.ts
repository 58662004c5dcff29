import { randomBytes } from 'node:crypto'
import { blindIndex, keyedHash } from '@/lib/vault/blind-index'
import { dayKey } from '@/lib/vault/day-key'

const HOUR = 3_600_000
const DAY = 86_400_000
/** In ms: how soon the database is asked for the day's key again when it could not say it. */
const RETRY = 5_000

const keys = new Map<number, Buffer>()
const asked = new Map<number, Promise<Buffer>>()
let withoutDatabase = { key: randomBytes(32), until: 0 }

/**
 * Names a bucket within an hour: HMAC-SHA256 of its kind and value, cut to 128 bits. The key is the day's, shared by
 * all processes and deleted with the day, mixed with the site's own, which no database holds: a stolen copy of the
 * table of counts names nobody, not even on the same day, and nobody can name them afterwards.
 */
export function bucketName(key: Buffer, kind: string, value: string): string {
  return keyedHash(key, kind, value).toString('base64url').slice(0, 22)
}

/** The key of the day that an hour belongs to. Of this process alone while the database is away. */
export function hourKey(hour: number): Buffer | Promise<Buffer> {
  const day = Math.floor((hour * HOUR) / DAY)
  // The hour after midnight still looks back at the last one of the day before.
  if (keys.size > 1 && hour % 24 >= 1) keys.delete(day - 1)
  return keys.get(day) ?? asked.get(day) ?? ask(day)
}

function ask(day: number): Promise<Buffer> {
  const asking = fetchKey(day).finally(() => asked.delete(day))
  asked.set(day, asking)
  return asking
}

async function fetchKey(day: number): Promise<Buffer> {
  if (Date.now() < withoutDatabase.until) return withoutDatabase.key
  try {
    const shared = await dayKey('limits', new Date(day * DAY))
    const key = blindIndex('limits', shared.toString('base64url'))
    if (keys.size >= 4) keys.clear()
    keys.set(day, key)
    return key
  } catch {
    withoutDatabase = { key: withoutDatabase.key, until: Date.now() + RETRY }
    return withoutDatabase.key
  }
}
