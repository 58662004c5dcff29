import { openDraft } from '@/lib/signatures/open-draft'
import type { Draft } from '@/lib/signatures/seal-draft'

/** The form that came back in `?draft=`; an empty one without it, and one that says so where it is too old. */
export async function readDraft(text: string | string[] | undefined): Promise<Draft> {
  if (text === undefined) return { values: {}, errors: {} }
  const draft = typeof text === 'string' ? await openDraft(text, new Date()) : null
  return draft ?? { values: {}, errors: { form: ['draft_expired'] } }
}
