import type { ListedState } from '@/lib/signatures/states'

/** A signature's state in a word. */
export function StateTag({ state }: { state: ListedState }) {
  return <span className={`tag ${state}`}>{state}</span>
}
