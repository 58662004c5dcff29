import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import type { Staff } from '@/lib/staff/staff'
import { formFields } from './form-fields'

type Result = { ok: true; id: string; approval?: string } | { ok: false; errors: Record<string, string[]> }

interface Ways {
  /** Name of the form, for what was typed and not taken. */
  name: string
  /** Where it is filled in. */
  form: (fields: Record<string, string>) => string
  /** What is shown once it is saved. */
  saved: (id: string) => string
}

/**
 * Saves a form; where it is not taken, its page comes back with all that was typed and what is wrong with it.
 * @returns the path of the page to show next
 */
export async function saveForm(
  staff: Staff,
  form: FormData,
  ways: Ways,
  save: (fields: Record<string, string>, now: Date) => Promise<Result>,
): Promise<string> {
  const now = new Date()
  const fields = formFields(form)
  const result = await save(fields, now)
  if (result.ok) return result.approval ? `/admin/approvals/${result.approval}?done=asked` : ways.saved(result.id)
  const draft = await keepDraft(staff, ways.name, { fields, errors: result.errors }, now)
  const path = ways.form(fields)
  return `${path}${path.includes('?') ? '&' : '?'}draft=${draft}`
}
