/**
 * A kind of entry: how it is encoded, as a number and a digest of 32 bytes. Every kind but *retract* adds its number to
 * the count.
 */
interface Kind<Leaf> {
  /** Its byte in an entry. Never reused. */
  code: number
  number(leaf: Leaf): number
  digest(leaf: Leaf): Uint8Array
  /** @returns null for what `number` and `digest` do not give */
  read(number: number, digest: Uint8Array): Leaf | null
  /** After a number of signatures, in reports of the command line. */
  label: string
}

interface Sign {
  kind: 'sign'
  commitment: Uint8Array
}

interface Paper {
  kind: 'paper'
  signatures: number
  record: Uint8Array
}

interface Retract {
  kind: 'retract'
  index: number
  reason: RetractReason
  rule: number
}

/**
 * The kinds of leaves, with all that encoding and counting need, in the order in which a batch appends them.
 * `leaf-sources.ts` has the tables that their rows come from.
 *
 * | kind        | number                      | digest                                                       |
 * | 1 sign      | 1                           | the commitment (lib/signatures/commitment.ts)                |
 * | 2 retract   | index of the leaf it undoes | reason code (2, big-endian) ‖ rule (2, big-endian) ‖ zeros   |
 * | 3 paper     | signatures on the sheet     | SHA-256 of the sheet's record                                |
 */
export const leafKinds = {
  sign: kind<Sign>({
    code: 1,
    number: () => 1,
    digest: ({ commitment }) => commitment,
    read: (number, commitment) => (number === 1 ? { kind: 'sign', commitment } : null),
    label: 'online',
  }),
  paper: kind<Paper>({
    code: 3,
    number: ({ signatures }) => signatures,
    digest: ({ record }) => record,
    read: (signatures, record) => (signatures > 0 ? { kind: 'paper', signatures, record } : null),
    label: 'on paper',
  }),
  retract: kind<Retract>({
    code: 2,
    number: ({ index }) => index,
    digest: retractDigest,
    read: readRetract,
    label: 'taken back',
  }),
}

/** The reasons for retracting signatures, each for which kind of leaf. The codes are never reused. */
const reasons = {
  withdrawn: { code: 1, of: 'sign' },
  duplicate: { code: 2, of: 'sign' },
  fraud: { code: 3, of: 'sign' },
  paper_correction: { code: 4, of: 'paper' },
} as const satisfies Record<string, { code: number; of: CountingKind }>

export type LeafKind = keyof typeof leafKinds

/** A ledger entry, decoded. */
export type Leaf = NonNullable<ReturnType<(typeof leafKinds)[LeafKind]['read']>>

/** Kinds whose entries add signatures. */
export type CountingKind = Exclude<LeafKind, 'retract'>

export type RetractReason = keyof typeof reasons

/** The kinds whose entries add signatures, in the order in which a batch appends them. */
export const countingKinds = Object.keys(leafKinds).filter((name): name is CountingKind => name !== 'retract')

/** The reasons in the order of their codes. */
export const retractReasons = Object.keys(reasons) as RetractReason[]

/** Reasons for retracting what entries of a kind added. */
export function reasonsFor(counting: CountingKind): RetractReason[] {
  return retractReasons.filter((reason) => reasons[reason].of === counting)
}

/** The entry of a kind, for code that treats all kinds alike. */
export function kindOf(name: LeafKind): Kind<Leaf> {
  return leafKinds[name] as Kind<Leaf>
}

function kind<Leaf>(descriptor: Kind<Leaf>): Kind<Leaf> {
  return descriptor
}

function retractDigest({ reason, rule }: Retract): Uint8Array {
  const digest = new Uint8Array(32)
  const view = new DataView(digest.buffer)
  view.setUint16(0, reasons[reason].code)
  view.setUint16(2, rule)
  return digest
}

function readRetract(index: number, digest: Uint8Array): Retract | null {
  const word = (at: number) => (digest[at] ?? 0) * 256 + (digest[at + 1] ?? 0)
  const reason = retractReasons.find((one) => reasons[one].code === word(0))
  if (!reason || digest.subarray(4).some((byte) => byte !== 0)) return null
  return { kind: 'retract', index, reason, rule: word(2) }
}
