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

/** A signer with a key, a folder and an address of its own. The folder is removed after the tests of the file. */
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

/** Puts confirmed signatures straight into the database: as `sign` and `confirm` leave them, many at once. */
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

/** A ledger with so many more signatures in it, and a signed head. */
export async function grow(petitionId: string, people: number, signer: LedgerSigner, now: Date): Promise<void> {
  await confirmedSignatures(petitionId, people, now)
  await append(now)
  await signCheckpoints(signer, now)
}

/** Asks for counted signatures, by their leaves, to be taken back. */
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
