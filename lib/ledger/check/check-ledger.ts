import { equalBytes } from '@/lib/ledger/log/bytes'
import type { Checkpoint } from '@/lib/ledger/log/checkpoint'
import type { Policy } from '@/lib/ledger/log/policy'
import type { Cosigned } from '@/lib/ledger/log/verify-checkpoint'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { verifyReceipt } from '@/lib/ledger/receipt'
import type { LeafSums } from '@/lib/ledger/sum-leaves'
import { checkCorrections } from './check-corrections'
import { checkCount } from './check-count'
import { readReleases } from './check-releases'
import { checkTexts } from './check-texts'
import { Fault } from './fault'
import { type Follower, type Keep, ledgerFollower } from './follow-ledger'
import type { LedgerSource } from './ledger-source'
import { readCheckpoint, trustedCheckpoint } from './read-checkpoint'
import { readPolicy } from './read-policy'

export interface CheckOptions {
  /** The keys and witnesses to trust. Without it the log's own policy is used, which proves less. */
  policy?: string | undefined
  /** A signed checkpoint from earlier, or from somebody else, which the log must continue. */
  since?: string | undefined
  receipt?: string | undefined
  /** Seconds within which count and ledger must agree while both grow. */
  patience?: number
  /** Gets each verified file of the tree. */
  keep?: Keep | undefined
}

export interface CheckReport {
  head: Checkpoint
  /** The signed checkpoint, as served. */
  note: string
  policy: Policy
  policyText: string
  cosigned: Cosigned[]
  tally: LeafSums
  /** The site's count; null for a folder. */
  count: number | null
  since: Checkpoint | null
  receipt: { index: number; stands: boolean } | null
  /** Signatures that staff report to have brought into the count. */
  released: number
  /** SHA-256 of the published text versions, in hex. */
  texts: string[]
}

/**
 * Recomputes a log from its entries and compares everything it says about itself: root, tiles, signatures, quorum,
 * count, corrections, texts; and that it continues what was seen before.
 * @throws Fault for what does not agree, Unreachable if it cannot be read
 */
export async function checkLedger(source: LedgerSource, options: CheckOptions = {}): Promise<CheckReport> {
  const { policy, text: policyText } = await readPolicy(source, options.policy)
  let head = await readCheckpoint(source, policy)
  const since = options.since === undefined ? null : await trustedCheckpoint(options.since, policy)
  const receipt = options.receipt === undefined ? null : await trustedReceipt(options.receipt, policy)

  const follower = ledgerFollower(options.keep)
  for (const before of [since, receipt?.checkpoint]) if (before) follower.note(before.size)
  if (receipt) follower.noteLeaf(receipt.receipt.index)
  await follower.follow(source, head.checkpoint)
  for (const before of [since, receipt?.checkpoint]) if (before) mustContinue(follower, before)

  const nextHead = async () => {
    head = await readCheckpoint(source, policy)
    return head.checkpoint
  }
  const count = await checkCount(source, follower, nextHead, options.patience ?? 15)
  const tally = follower.result()
  await checkCorrections(source, tally)
  const releases = await readReleases(source)
  const texts = await checkTexts(source, receipt?.receipt.opening.text)
  return {
    head: head.checkpoint,
    note: head.note,
    policy,
    policyText,
    cosigned: head.cosigned,
    tally,
    count,
    since,
    texts,
    released: (releases ?? []).reduce((sum, { signatures }) => sum + signatures, 0),
    receipt: receipt && checkLeaf(follower, receipt.receipt.index, receipt.leaf),
  }
}

async function trustedReceipt(text: string, policy: Policy) {
  const result = await verifyReceipt(text, policy, nodeSuite)
  if (result.ok) return result
  if (result.reason === 'malformed') throw new Fault('receipt_malformed', 'the file is not a receipt')
  throw new Fault('receipt_false', `the receipt is false (${result.reason.replaceAll('_', ' ')})`)
}

/** The recomputed tree must have had the same root when it had that many leaves. */
function mustContinue(follower: Follower, before: Checkpoint): void {
  if (before.size > follower.size()) {
    throw new Fault('rolled_back', `the log has ${follower.size()} leaves, and ${before.size} were signed before`)
  }
  const root = follower.rootAt(before.size)
  if (!root || !equalBytes(root, before.root)) {
    throw new Fault(
      'not_consistent',
      `the log does not continue the checkpoint of ${before.size} leaves that it signed before`,
    )
  }
}

function checkLeaf(follower: Follower, index: number, leaf: Uint8Array): { index: number; stands: boolean } {
  const entry = follower.leafAt(index)
  if (!entry || !equalBytes(entry, leaf)) {
    throw new Fault('receipt_false', `leaf ${index} of the log is not the one of the receipt`)
  }
  return { index, stands: follower.stands(index) }
}
