import { memberCode } from '@/lib/coalition/member-code'
import { emptyForm, type FormState, readFormState } from '@/lib/integrity/form-state'

/** The form that came back, or an empty one with the code of the member whose link it was. */
export async function readSignForm(draft: unknown, via: unknown): Promise<FormState> {
  const state = typeof draft === 'string' ? await readFormState(draft, new Date()) : emptyForm
  const code = await memberCode(typeof draft === 'string' ? state.values.via : typeof via === 'string' ? via : null)
  const { via: _, ...values } = state.values
  return { ...state, values: code ? { ...values, via: code } : values }
}
