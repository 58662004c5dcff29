import { blindIndex, keyedHash } from '@/lib/vault/blind-index'
import { dayKey } from '@/lib/vault/day-key'

const HOUR = 3_600_000

/**
 * The name of a bucket in the database: HMAC-SHA256, cut to 128 bits. The key is the day's, shared by all processes and
 * deleted with the day, mixed with the site's own, which no database holds: a stolen copy of the table of counts names
 * nobody, not even on the same day, and nobody can name them afterwards.
 * @param bucket kind and value
 * @param hour hours since 1970
 */
export async function bucketName(bucket: string, hour: number): Promise<string> {
  const day = await dayKey('limits', new Date(hour * HOUR))
  const key = blindIndex('limits', day.toString('base64url'))
  return keyedHash(key, bucket).toString('base64url').slice(0, 22)
}
