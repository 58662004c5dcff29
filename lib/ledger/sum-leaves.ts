import { addedBy, decodeLeaf } from './leaf'
import { type CountingKind, countingKinds, kindOf, type RetractReason, retractReasons } from './leaf-kinds'

/** The composition of the count. `net` = all that was `added` − all that was `retracted`. */
export interface LeafSums {
  /** The number of leaves read. */
  size: number
  /** Signatures that count. */
  net: number
  /** Signatures by kind of leaf, retracted ones included. */
  added: Record<CountingKind, number>
  /** Signatures that count, by kind of leaf. */
  standing: Record<CountingKind, number>
  /** Signatures retracted, by reason. */
  retracted: Record<RetractReason, number>
}

/** A leaf that is invalid at its place; its ledger is not valid. */
export class BadLeaf extends Error {
  constructor(
    readonly index: number,
    why: string,
  ) {
    super(`leaf ${index} ${why}`)
  }
}

/**
 * Sums up a ledger, leaf by leaf from the first: a retract leaf undoes an earlier leaf, once; any other adds its
 * number.
 * @returns `add` takes the next leaf and throws `BadLeaf` if it breaks the rules; `result` is the sum so far; `stands`
 * says whether a leaf has not been retracted
 */
export function sumLeaves(): { add(leaf: Uint8Array): void; result(): LeafSums; stands(index: number): boolean } {
  const sum = {
    size: 0,
    net: 0,
    added: zeros(countingKinds),
    standing: zeros(countingKinds),
    retracted: zeros(retractReasons),
  }
  /** For each leaf, the code of its kind while it stands, otherwise 0. */
  let standing = new Uint8Array(1024)
  /** The number of each leaf that added more or less than one. */
  const weights = new Map<number, number>()

  function add(bytes: Uint8Array): void {
    const index = sum.size
    const leaf = decodeLeaf(bytes)
    if (!leaf) throw new BadLeaf(index, 'has an unknown form')
    if (index === standing.length) standing = doubled(standing)
    const added = addedBy(leaf)
    if (added) {
      const { of, signatures } = added
      standing[index] = kindOf(of).code
      if (signatures !== 1) weights.set(index, signatures)
      sum.added[of] += signatures
      move(of, signatures)
    } else if (leaf.kind === 'retract') {
      const [of, signatures] = takeBack(leaf.index, index)
      sum.retracted[leaf.reason] += signatures
      move(of, -signatures)
    }
    sum.size += 1
  }

  function move(of: CountingKind, signatures: number): void {
    sum.standing[of] += signatures
    sum.net += signatures
  }

  function takeBack(target: number, index: number): [CountingKind, number] {
    const code = target < index ? standing[target] : 0
    const of = countingKinds.find((kind) => kindOf(kind).code === code)
    if (!of) throw new BadLeaf(index, `takes back leaf ${target}, which counts no signature (any more)`)
    standing[target] = 0
    return [of, weights.get(target) ?? 1]
  }

  return {
    add,
    result: () => structuredClone(sum),
    stands: (index) => index < sum.size && standing[index] !== 0,
  }
}

function zeros<K extends string>(keys: K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>
}

function doubled(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2)
  larger.set(bytes)
  return larger
}
