import type { PoolClient } from 'pg'
import type { Leaf, LeafKind } from '@/lib/ledger/leaf-kinds'
import type { PendingLeaf } from '@/lib/ledger/pending-leaf'
import { settleRetracts } from './settle-retracts'
import { settleSheets } from './settle-sheets'
import { settleSigns } from './settle-signs'

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
  for (const run of runsOf(leaves)) {
    const changes = await settleRun(client, petitionId, now, run, from + settled.length)
    if (changes.length !== run.length) throw new Error('a change for each leaf')
    for (const [i, change] of changes.entries()) {
      const leaf = run[i]
      if (leaf) settled.push({ leaf, ...change })
    }
  }
  return settled
}

/** Neighbours of one kind. */
function runsOf(leaves: Leaf[]): Leaf[][] {
  const runs: Leaf[][] = []
  for (const leaf of leaves) {
    const run = runs.at(-1)
    if (run?.[0]?.kind === leaf.kind) run.push(leaf)
    else runs.push([leaf])
  }
  return runs
}

function settleRun(client: PoolClient, petitionId: string, now: Date, run: Leaf[], from: number) {
  switch (run[0]?.kind) {
    case 'sign':
      return settleSigns(
        client,
        petitionId,
        now,
        only(run, 'sign').map(({ commitment }) => commitment),
        from,
      )
    case 'paper':
      return settleSheets(client, petitionId, now, only(run, 'paper'), from)
    default:
      return settleRetracts(client, petitionId, now, only(run, 'retract'), from)
  }
}

function only<K extends LeafKind>(leaves: Leaf[], kind: K): Extract<Leaf, { kind: K }>[] {
  return leaves.filter((leaf): leaf is Extract<Leaf, { kind: K }> => leaf.kind === kind)
}
