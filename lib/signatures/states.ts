import { SignatureState } from '@/prisma/generated/enums'

/** States in which a signature stands: it counts, will count, or is under review. */
export const standingStates: SignatureState[] = ['confirmed', 'counted', 'held']

/** States in which a signature counts now or with the next batch, unless somebody holds it before. */
export const countingStates: SignatureState[] = ['confirmed', 'counted']

/** These states as SQL lists, of literals: partial indexes do not serve parameters. */
export const standingSql = listOf(standingStates)
export const countingSql = listOf(countingStates)

/** Whether the ledger counts a signature. A held one that has a leaf stays in the count until it is removed. */
export function isCounted({ state, leafIndex }: { state: string; leafIndex: bigint | number | null }): boolean {
  return leafIndex !== null && (state === 'counted' || state === 'held')
}

/** `isCounted` as an SQL condition on rows of `signature`. */
export const countedSql = `(state = 'counted' OR (state = 'held' AND leaf_index IS NOT NULL))`

/** The state of a pending form (`pending_signature`) in lists, next to the states of signatures. */
export const PENDING = 'pending'

/** The states that lists show, of a signature or a pending form. */
export type ListedState = SignatureState | typeof PENDING

export const listedStates: ListedState[] = [PENDING, ...Object.values(SignatureState)]

function listOf(states: SignatureState[]): string {
  return `('${states.join("', '")}')`
}
