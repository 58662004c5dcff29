import type { CoSignatureState } from '@/prisma/generated/enums'
import { StatusPill } from '../pill'

/** What became of an organisation's co-signature: one that is accepted is public. */
export function CoSignaturePill({ state }: { state: CoSignatureState }) {
  return <StatusPill code={state === 'confirmed' ? 'to_review' : state === 'approved' ? 'published' : state} />
}
