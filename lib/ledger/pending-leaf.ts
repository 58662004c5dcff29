import type { CountingKind, Leaf } from './leaf-kinds'

/** A leaf's change to the totals. */
export interface LeafChange {
  /** The number that it adds to the count, negative if it retracts; and the kind whose number it changes. */
  change: number
  of: CountingKind
  country: string | null
}

/** A leaf that is to be appended. */
export interface PendingLeaf extends LeafChange {
  leaf: Leaf
}

/** A retraction that is to be appended. */
export interface PendingRetraction extends PendingLeaf {
  leaf: Extract<Leaf, { kind: 'retract' }>
  decision: string | null
  approvals: number
}
