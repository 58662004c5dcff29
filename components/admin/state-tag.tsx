import type { ListedState } from '@/lib/signatures/states'
import { codeName } from './code-name'

/** A signature's state in a word. */
export function StateTag({ state }: { state: ListedState }) {
  return <span className={`tag ${state}`}>{codeName(state)}</span>
}
