import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CONNECTIONS } from './load'

const run = promisify(execFile)

/**
 * PostgreSQL alone, writing the same two rows: pgbench's transactions per second, or null where it is not installed.
 * The database generates the random bytes, a small cost that the site's process bears otherwise.
 */
export async function pgbench(url: string, petitionId: string, seconds: number): Promise<number | null> {
  const dir = await mkdtemp(join(tmpdir(), 'bench-'))
  const script = join(dir, 'sign.sql')
  await writeFile(script, statement(petitionId))
  try {
    const clients = String(CONNECTIONS)
    const { stdout } = await run('pgbench', [
      '-n',
      '-M',
      'prepared',
      '-c',
      clients,
      '-j',
      '1',
      '-T',
      String(seconds),
      '-f',
      script,
      url,
    ])
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]) || null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  } finally {
    await rm(dir, { recursive: true })
  }
}

const statement = (petitionId: string) => `
WITH r AS (SELECT sha256((gen_random_uuid()::text)::bytea) AS a, sha256((gen_random_uuid()::text)::bytea) AS b),
written AS (
  INSERT INTO pending_signature (petition_id, email_index, form, content_mac, text_sha256, token_hash, commitment, sealed,
    own, locale, country, display, updates, has_comment, received_at)
  SELECT '${petitionId}', a, a, a, a, b, b, a || b || a || b || a || b || a || b, a || b || a || b, 'en', 'KR', 'initials',
    false, false, now() FROM r
  RETURNING petition_id, email_index, form
)
INSERT INTO mail (address_index, id, kind, petition_id, email_index, form, network, queued_at, not_before)
SELECT email_index, gen_random_uuid(), 'signature', petition_id, email_index, form, 1, now(), now() FROM written;
`
