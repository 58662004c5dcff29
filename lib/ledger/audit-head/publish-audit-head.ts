import { db } from '@/lib/db'
import { dayOf } from '@/lib/input/day'
import { type AuditHead, check } from '@/lib/staff/audit/check'
import { checkpointFolder, lastCheckpoint, storeCheckpoint } from '../checkpoint-file'
import type { LedgerSigner } from '../ledger-signer'
import { type Checkpoint, parseCheckpoint } from '../log/checkpoint'
import { ED25519 } from '../log/note'
import { formatPolicy } from '../log/policy'
import { makeVkey } from '../log/vkey'
import { nodeSuite } from '../node-suite'
import { signNote } from '../sign-note'

/** The audit log does not continue what was published of it. Nothing is published until a person has investigated. */
class AuditNotContinued extends Error {
  override name = 'AuditNotContinued'
}

/** The folder in which this machine stores the audit checkpoints that it published. */
const FOLDER = 'audit'

/**
 * Signs and publishes the audit log's checkpoint as of the end of the last day (UTC): a finer grain would reveal when
 * staff work. Only if the log is consistent and continues the last checkpoint in the database and the last one on this
 * machine's disk.
 * @param local on a local site nobody else watches: there up to the newest entry
 * @returns whether there was something new
 * @throws AuditNotContinued
 */
export async function publishAuditHead(signer: LedgerSigner, now: Date, local: boolean): Promise<boolean> {
  const newest = await db().auditEntry.findFirst({
    where: local ? {} : { at: { lt: dayOf(now) } },
    orderBy: { seq: 'desc' },
  })
  const { kept, stored } = await lastHeads(signer.dataDir)
  const known = [kept, stored].filter((head) => head !== null)
  const size = Math.max(0, ...known.map((head) => head.size))
  if (stored && kept && newest && stored.size === size && Number(newest.seq) === size) return false
  if (!newest && known.length === 0) return false

  // Entries before a published checkpoint are checked once a week (lib/overview/status/check-audit-log.ts).
  const heads = known.map(auditHead).toSorted((a, b) => Number(a.seq - b.seq))
  const found = await check(heads, heads[0])
  if (!found.ok) throw new AuditNotContinued(`entry ${found.seq} is ${found.reason}`)
  if (!newest || Number(newest.seq) < size) return false
  const origin = known[0]?.origin ?? `${signer.url.replace(/^https?:\/\//, '')}/${FOLDER}`
  const head: Checkpoint = { origin, size: Number(newest.seq), root: newest.hash }
  const vkeys = await Promise.all(signer.keys.map(({ publicKey }) => makeVkey(origin, ED25519, publicKey, nodeSuite)))
  const note = signNote(signer.keys, vkeys, head)
  const logs = vkeys.map((key) => ({ key, url: `${signer.url}/${FOLDER}` }))
  const policy = formatPolicy({ logs, witnesses: [], groups: [], quorum: 'none' })
  await db().auditHead.createMany({ data: { seq: newest.seq, day: newest.at, note, policy }, skipDuplicates: true })
  await storeCheckpoint(checkpointFolder(FOLDER, signer.dataDir), head.size, note)
  return true
}

/**
 * The last heads that were published: as this machine stores it, and as the database does. An attacker who controls
 * both can alter them.
 */
export async function publishedHeads(dataDir: string): Promise<AuditHead[]> {
  const { kept, stored } = await lastHeads(dataDir)
  return [kept, stored].flatMap((head) => (head ? [auditHead(head)] : []))
}

async function lastHeads(dataDir: string): Promise<{ kept: Checkpoint | null; stored: Checkpoint | null }> {
  return { kept: await lastCheckpoint(checkpointFolder(FOLDER, dataDir)), stored: await storedHead() }
}

async function storedHead(): Promise<Checkpoint | null> {
  const row = await db().auditHead.findFirst({ orderBy: { seq: 'desc' } })
  if (!row) return null
  const parsed = parseCheckpoint(row.note)
  if (!parsed) throw new AuditNotContinued('the last audit checkpoint in the database cannot be read')
  return parsed.checkpoint
}

/** A checkpoint as `check` takes it. */
export function auditHead({ size, root }: Checkpoint): AuditHead {
  return { seq: BigInt(size), hash: Buffer.from(root).toString('hex') }
}
