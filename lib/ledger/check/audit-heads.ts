import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Checkpoint } from '@/lib/ledger/log/checkpoint'
import { Fault } from './fault'
import { type LedgerSource, ledgerSource } from './ledger-source'
import { trustedCheckpoint } from './read-checkpoint'
import { readPolicy } from './read-policy'

const stored = z.array(z.object({ day: z.iso.date(), note: z.string() }))

/** A published checkpoint of the audit log. */
interface PublishedHead {
  day: string
  note: string
  head: Checkpoint
}

/**
 * The published checkpoints of the audit log, the oldest first, each signed by a key of the policy.
 * @param policy the keys to trust; by default the site's own policy
 * @throws Fault if one is not signed, or two contradict each other
 */
export async function readAuditHeads(
  source: LedgerSource,
  policy?: string,
): Promise<{ heads: PublishedHead[]; policyText: string }> {
  const { policy: trusted, text: policyText } = await readPolicy(source, policy)
  const bytes = await source.read('heads.json')
  if (!bytes) throw new Fault('file_missing', `${source.name} has no checkpoints of an audit log`)
  const read = stored.safeParse(parse(bytes))
  if (!read.success) throw new Fault('file_malformed', 'heads.json is not a list of checkpoints')
  const heads: PublishedHead[] = []
  for (const { day, note } of read.data) {
    const head = await trustedCheckpoint(note, trusted)
    if (head.size <= (heads.at(-1)?.head.size ?? 0)) throw new Fault('not_consistent', 'the checkpoints do not grow')
    heads.push({ day, note, head })
  }
  return { heads, policyText }
}

/**
 * Keeps a copy of the checkpoints in a folder. Whatever was once published must stay unchanged.
 * @returns how many there are
 * @throws Fault if one is missing or different
 */
export async function mirrorAuditHeads(source: LedgerSource, folder: string, policy?: string): Promise<number> {
  const copy = ledgerSource(folder)
  const pinned = policy ?? (await textOf(copy, 'policy'))
  const { heads, policyText } = await readAuditHeads(source, pinned)
  const before = (await copy.read('heads.json')) ? (await readAuditHeads(copy, pinned)).heads : []
  for (const { day, head } of before) {
    if (heads.some((one) => sameHead(one.head, head))) continue
    throw new Fault('not_consistent', `the checkpoint of ${day} (entry ${head.size}) is no longer published as it was`)
  }
  await put(folder, 'policy', policyText)
  await put(folder, 'heads.json', JSON.stringify(heads.map(({ day, note }) => ({ day, note }))))
  return heads.length
}

function sameHead(a: Checkpoint, b: Checkpoint): boolean {
  return a.size === b.size && Buffer.from(a.root).equals(Buffer.from(b.root))
}

async function textOf(source: LedgerSource, path: string): Promise<string | undefined> {
  const bytes = await source.read(path)
  return bytes ? new TextDecoder().decode(bytes) : undefined
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

/** Atomic. */
async function put(folder: string, path: string, content: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${path}.new`), content)
  await rename(join(folder, `${path}.new`), join(folder, path))
}
