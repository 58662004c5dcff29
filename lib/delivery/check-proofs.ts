import { Fault } from '@/lib/ledger/check/fault'
import { decodeLeaf } from '@/lib/ledger/leaf'
import type { Leaf } from '@/lib/ledger/leaf-kinds'
import { fromBase64 } from '@/lib/ledger/log/bytes'
import { leafInput } from '@/lib/ledger/log/hash'
import { verifyInclusion } from '@/lib/ledger/log/verify-inclusion'
import { nodeSuite } from '@/lib/ledger/node-suite'
import type { PackCount } from './count-file'
import type { Proofs } from './proof-file'

interface Corrections {
  index: number
  reason: string
  rule: number
}

/**
 * Checks that the entries of a pack are in the ledger under its checkpoint, that its sheets are all those of the count,
 * and that every correction refers to an entry.
 * @throws Fault
 */
export async function checkProofs(
  proofs: Proofs,
  { size, root }: { size: number; root: Uint8Array },
  count: PackCount,
  corrections: Corrections[],
): Promise<void> {
  const entries = new Map<number, Leaf>()
  for (const { index, leaf: encoded, proof: path } of proofs) {
    const leaf = fromBase64(encoded)
    const proof = path.map((hash) => fromBase64(hash) ?? new Uint8Array())
    const entry = leaf && decodeLeaf(leaf)
    const leafHash = leaf && nodeSuite.sha256(leafInput(leaf))
    if (!entry || !leafHash || !(await verifyInclusion({ leafHash, index, size, proof, root }, nodeSuite)))
      throw new Fault('not_included', `entry ${index} is not in the ledger under the pack’s checkpoint`)
    entries.set(index, entry)
  }
  let paper = 0
  for (const entry of entries.values()) if (entry.kind === 'paper') paper += entry.signatures
  const said = count.added.paper ?? 0
  if (paper !== said) throw new Fault('count_differs', `${said} signatures on paper, ${paper} of them proven`)
  for (const { index, reason, rule } of corrections) {
    if (index >= size) continue
    const entry = entries.get(index)
    if (entry?.kind !== 'retract' || entry.reason !== reason || entry.rule !== rule)
      throw new Fault('corrections_differ', `the correction at entry ${index} is not proven`)
  }
}
