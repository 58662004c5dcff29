import type { SignatureState } from '@/prisma/generated/enums'

/** How a signature stands, in a word. */
export function StateTag({ state }: { state: SignatureState }) {
  return <span className={`tag ${state}`}>{state}</span>
}
