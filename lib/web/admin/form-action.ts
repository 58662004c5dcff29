import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import type { Staff } from '@/lib/staff/staff'
import { field } from './admin-action'
import { formFields } from './form-fields'

type Result = { ok: true; id: string; approval?: string } | { ok: false; errors: Record<string, string[]> }

interface Ways {
  /** The name under which unsaved input is stored. */
  name: string
  /** Returns the path of the page with the form. */
  form: (fields: Record<string, string>) => string
  /** Returns the path of the page to show once it is saved. */
  saved: (id: string) => string
}

/**
 * Saves a form. If it is rejected, its page shows everything that was typed with the errors.
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
  const kept = field(form, 'kept')
  const draft = await keepDraft(
    staff,
    ways.name,
    { fields: { ...fields, ...(kept && { kept }) }, errors: result.errors },
    now,
  )
  const path = ways.form(fields)
  return `${path}${path.includes('?') ? '&' : '?'}draft=${draft}`
}
