import type { ListedState } from '@/lib/signatures/states'

/** How a signature stands, in a word. */
export function StateTag({ state }: { state: ListedState }) {
  return <span className={`tag ${state}`}>{state}</span>
}
