import { z } from 'zod'
import { MAX_IN_URL, openFromUrl, sealForUrl } from '@/lib/vault/url-seal'

const formState = z.object({
  values: z.record(z.string(), z.string()),
  /** Field → error codes; `form` for the whole form. */
  errors: z.record(z.string(), z.array(z.string())),
})

/** The typed values of a form, and its errors. */
export type FormState = z.infer<typeof formState>

/** An empty form. */
export const emptyForm: FormState = { values: {}, errors: {} }

/** Seals a form with errors for the URL of the page that shows it again. A comment too long for a URL is cut. */
export async function sealFormState(state: FormState, now: Date): Promise<string> {
  for (let comment = state.values.comment ?? ''; ; comment = cut(comment)) {
    const text = await sealForUrl('draft', { ...state, values: { ...state.values, comment } }, now)
    if (text.length <= MAX_IN_URL || comment === '') return text
  }
}

/** The form in the query of its page; an empty one if there is none, and an error if it has expired. */
export async function readFormState(sealed: string | string[] | undefined, now: Date): Promise<FormState> {
  if (sealed === undefined) return emptyForm
  const state = typeof sealed === 'string' ? await openFormState(sealed, now) : null
  return state ?? { values: {}, errors: { form: ['draft_expired'] } }
}

/** The form that `sealFormState` sealed; null if the text is too old, altered or invalid. */
export function openFormState(text: string, now: Date): Promise<FormState | null> {
  return openFromUrl('draft', text, formState, now)
}

function cut(text: string): string {
  const points = Array.from(text)
  return points.slice(0, Math.min(2_000, Math.floor(points.length / 2))).join('')
}
