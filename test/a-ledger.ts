import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import type { LedgerSigner } from '@/lib/ledger/ledger-signer'
import { ed25519Key } from '@/lib/ledger/node-suite'
import { signCheckpoints } from '@/lib/ledger/sign-checkpoints'

/** A checkpoint signer with its own key, folder and address. The folder is removed after the file's tests. */
export async function aSigner(more: Partial<LedgerSigner> = {}): Promise<LedgerSigner> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ledger-'))
  afterAll(() => rm(dataDir, { recursive: true, force: true }))
  return {
    keys: [ed25519Key(randomBytes(32))],
    url: 'https://petition.example.org/ledger',
    witnesses: { logs: [], witnesses: [], groups: [], quorum: 'none' },
    dataDir,
    ...more,
  }
}

/** Inserts confirmed signatures into the database directly, as `sign` and `confirm` leave them, many at once. */
export async function confirmedSignatures(petitionId: string, people: number, now: Date): Promise<void> {
  await pool().query(
    `INSERT INTO signature (petition_id, email_index, content_mac, text_sha256, token_hash, commitment, sealed, state,
       locale, country, display, updates, has_comment, received_at, confirmed_at)
     SELECT $1, sha256(gen_random_uuid()::text::bytea), sha256('c'), sha256('t'), sha256(gen_random_uuid()::text::bytea),
       sha256(gen_random_uuid()::text::bytea), decode(repeat('ab', 300), 'hex'), 'confirmed',
       'en', 'KR', 'initials', false, false, $3, $3
     FROM generate_series(1, $2::int)`,
    [petitionId, people, now],
  )
}

/** Appends the given number of signatures to a ledger and signs its checkpoint. */
export async function grow(petitionId: string, people: number, signer: LedgerSigner, now: Date): Promise<void> {
  await confirmedSignatures(petitionId, people, now)
  await append(now)
  await signCheckpoints(signer, now)
}

/** Requests that counted signatures, given by their leaves, be retracted. */
export async function retractSignature(
  petitionId: string,
  leaves: number[],
  more: Record<string, unknown> = {},
): Promise<void> {
  const { reason = 'withdrawn', rule = 0, approvals = 0, decision = null } = more
  await pool().query(
    `INSERT INTO retraction (petition_id, leaf_index, reason, rule, approvals, decision, country, requested_at)
     SELECT $1, *, $3, $4, $5, $6, 'KR', now() FROM unnest($2::bigint[])`,
    [petitionId, leaves, reason, rule, approvals, decision],
  )
}
