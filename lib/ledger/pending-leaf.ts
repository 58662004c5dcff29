import type { CountingKind, Leaf } from './leaf-kinds'

/** A leaf that is to be appended. */
export interface PendingLeaf {
  leaf: Leaf
  /** What it adds to the count, or, below zero, takes back; and the kind whose number it changes. */
  change: number
  of: CountingKind
  country: string | null
}

/** A retraction that is to be appended. */
export interface PendingRetraction extends PendingLeaf {
  leaf: Extract<Leaf, { kind: 'retract' }>
  decision: string | null
  approvals: number
}
