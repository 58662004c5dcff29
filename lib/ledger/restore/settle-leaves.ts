import type { PoolClient } from 'pg'
import type { Leaf, LeafKind } from '@/lib/ledger/leaf-kinds'
import { leafSources } from '@/lib/ledger/leaf-sources'
import type { PendingLeaf } from '@/lib/ledger/pending-leaf'

/**
 * Brings the rows to the state that leaves say, in the order of the leaves: a signature may be counted, removed and
 * counted again within them.
 * @param from index of the first
 * @returns what each leaf changes in the totals
 */
export async function settleLeaves(
  client: PoolClient,
  petitionId: string,
  now: Date,
  leaves: Leaf[],
  from: number,
): Promise<PendingLeaf[]> {
  const settled: PendingLeaf[] = []
  for (const { kind, run } of runsOf(leaves)) {
    const changes = await leafSources[kind].restore(client, petitionId, now, run, from + settled.length)
    if (changes.length !== run.length) throw new Error('a change for each leaf')
    for (const [i, change] of changes.entries()) {
      const leaf = run[i]
      if (leaf) settled.push({ leaf, ...change })
    }
  }
  return settled
}

/** Neighbours of one kind. */
function runsOf(leaves: Leaf[]): { kind: LeafKind; run: Leaf[] }[] {
  const runs: { kind: LeafKind; run: Leaf[] }[] = []
  for (const leaf of leaves) {
    const last = runs.at(-1)
    if (last?.kind === leaf.kind) last.run.push(leaf)
    else runs.push({ kind: leaf.kind, run: [leaf] })
  }
  return runs
}
