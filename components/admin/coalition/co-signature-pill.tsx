import type { CoSignatureState } from '@/prisma/generated/enums'
import { StatusPill } from '../pill'

/** The state of an organisation's co-signature; an accepted one is public. */
export function CoSignaturePill({ state }: { state: CoSignatureState }) {
  return <StatusPill code={state === 'confirmed' ? 'to_review' : state === 'approved' ? 'published' : state} />
}
