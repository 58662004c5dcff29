import { type ConfirmableName, confirmableAt, confirmPath } from '@/components/admin/confirm/confirmables'
import { isStale } from '@/components/admin/confirm/confirmation'
import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import { discardKeptForm, findKeptForm } from '@/lib/staff/drafts/kept-form'
import type { Staff } from '@/lib/staff/staff'
import { field, withKept } from '@/lib/web/admin/admin-action'
import { formFields } from '@/lib/web/admin/form-fields'
import { Unreadable } from '@/lib/web/admin/unreadable'

type Does = (staff: Staff, form: FormData) => Promise<string>

/**
 * Makes an action that only its page can start (`/admin/confirm`). It reads the page's facts again, and if they have
 * changed, it does nothing, and the page says so and keeps what was typed.
 */
export function confirmed(name: ConfirmableName, does: Does): Does {
  return async (staff, form) => {
    const now = new Date()
    const [key, confirmable] = [field(form, 'confirming'), confirmableAt(name)]
    if (!confirmable || field(form, 'act') !== name || !/^[\w.-]{1,100}$/.test(key)) throw new Unreadable('act')
    const first = confirmable.first?.(now).name
    const found = await confirmable.find(staff, key, first ? field(form, first) : '', now)
    if (!found || isStale(found, field(form, 'expectedPage'))) {
      const draft = await keepDraft(staff, `confirm ${name}`, { fields: formFields(form), errors: {} }, now)
      const query = new URLSearchParams({ problem: 'numbers', draft, ...(first && { [first]: field(form, first) }) })
      return `${confirmPath(name, key)}?${query}`
    }
    const given = new FormData()
    for (const [one, value] of form) given.append(one, value)
    for (const [one, value] of Object.entries(found.given)) given.set(one, value)
    return settled(staff, key, await does(staff, given))
  }
}

/** Deletes the stored form (`keepForReview`) once the act is done; otherwise the next page links to it. */
async function settled(staff: Staff, key: string, next: string): Promise<string> {
  if (/[?&](draft|conflict|aside|kept)=/.test(next)) return next
  if (!/[?&]problem=/.test(next)) await discardKeptForm(staff, key)
  else if (await findKeptForm(staff, key)) return withKept(next, key)
  return next
}
