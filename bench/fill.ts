import { join } from 'node:path'
import type pg from 'pg'
import { root } from '@/scripts/setup/root.mjs'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import { tsx } from './programs'

/** Fills a petition with invented signatures (`npm run seed:demo`), and the mail table as it would be after them. */
export async function fill(
  client: pg.Client,
  petitionId: string,
  signatures: number,
  env: Record<string, string>,
): Promise<void> {
  const args = [tsx, join(root, 'scripts', 'seed-demo.ts'), '--signatures', String(signatures)]
  await runCommand(process.execPath, args, { cwd: root, env: { ...process.env, ...env, ROLE: 'all' } })
  await client.query(
    `INSERT INTO mail (address_index, id, kind, petition_id, email_index, queued_at, not_before, sent_at)
     SELECT sha256(email_index), gen_random_uuid(), 'signature', petition_id, email_index, now(), now(), now()
     FROM signature WHERE petition_id = $1 ON CONFLICT DO NOTHING`,
    [petitionId],
  )
  await client.query('VACUUM ANALYZE mail')
  await client.query('CHECKPOINT')
}
