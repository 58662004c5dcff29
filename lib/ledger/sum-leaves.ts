import { decodeLeaf, type RetractReason, retractReasons } from './leaf'

/** What the number is made of. `net` = `online` + `paper` − all that was retracted. */
export interface LeafSums {
  /** Leaves read. */
  size: number
  /** Signatures that count. */
  net: number
  /** Sign leaves, retracted ones included. */
  online: number
  /** Signatures on paper sheets, retracted ones included. */
  paper: number
  /** Signatures taken back, by reason. */
  retracted: Record<RetractReason, number>
}

/** A leaf that does not belong where it stands; the ledger it is in is not a valid one. */
export class BadLeaf extends Error {
  constructor(
    readonly index: number,
    why: string,
  ) {
    super(`leaf ${index} ${why}`)
  }
}

const NOTHING = 0
const SIGNATURE = 1
const SHEET = 2

/**
 * Counts a ledger, leaf by leaf from the first: a sign leaf adds one, a paper leaf its number, a retract leaf takes
 * back what an earlier leaf added, once.
 * @returns `add` takes the next leaf and throws `BadLeaf` where the rules are broken; `result` is the sum so far;
 * `stands` says whether what a leaf added has not been taken back
 */
export function sumLeaves(): { add(leaf: Uint8Array): void; result(): LeafSums; stands(index: number): boolean } {
  const retracted = Object.fromEntries(retractReasons.map((reason) => [reason, 0])) as LeafSums['retracted']
  const sum: LeafSums = { size: 0, net: 0, online: 0, paper: 0, retracted }
  const sheets = new Map<number, number>()
  let standing = new Uint8Array(1024)

  function add(bytes: Uint8Array): void {
    const index = sum.size
    const leaf = decodeLeaf(bytes)
    if (!leaf) throw new BadLeaf(index, 'has an unknown form')
    if (index === standing.length) standing = doubled(standing)
    if (leaf.kind === 'sign') {
      standing[index] = SIGNATURE
      sum.online += 1
      sum.net += 1
    } else if (leaf.kind === 'paper') {
      standing[index] = SHEET
      sheets.set(index, leaf.signatures)
      sum.paper += leaf.signatures
      sum.net += leaf.signatures
    } else {
      const taken = takeBack(leaf.index, index)
      sum.retracted[leaf.reason] += taken
      sum.net -= taken
    }
    sum.size += 1
  }

  function takeBack(target: number, index: number): number {
    const kind = target < index ? standing[target] : NOTHING
    if (kind === NOTHING || kind === undefined) {
      throw new BadLeaf(index, `takes back leaf ${target}, which counts no signature (any more)`)
    }
    standing[target] = NOTHING
    return kind === SHEET ? (sheets.get(target) ?? 0) : 1
  }

  return {
    add,
    result: () => ({ ...sum, retracted: { ...retracted } }),
    stands: (index) => index < sum.size && standing[index] !== NOTHING,
  }
}

function doubled(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2)
  larger.set(bytes)
  return larger
}
