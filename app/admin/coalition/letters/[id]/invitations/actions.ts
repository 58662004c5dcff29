'use server'

import { reviewedInvitations } from '@/components/admin/coalition/reviewed-invitations'
import { confirmPath } from '@/components/admin/confirm/confirmables'
import { INVITATIONS_FORM } from '@/lib/coalition/invite-many/invitations-form'
import { inviteMany, previewInvitations } from '@/lib/coalition/invite-many/invite-many'
import { type LineError, readInvitations } from '@/lib/coalition/invite-many/read-invitations'
import { isId } from '@/lib/input/id'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'
import { keepForReview } from '@/lib/web/admin/keep-typed'
import { confirmed } from '../../../../confirm/confirmed'

/** Reads the pasted lines and continues on the page that asks before they are invited. */
export const review = adminAction('coalition.write', (staff, form) => {
  const ways = {
    name: INVITATIONS_FORM,
    form: ({ id = '' }: Record<string, string>) => pageOf(id),
    saved: (draft: string) => confirmPath('invite-many', draft),
  }
  return saveForm(staff, form, ways, async ({ id = '', lines = '', locale = '' }, now) => {
    const read = readInvitations(lines, locale)
    if (!read.ok) return { ok: false, errors: errorsOf(read.errors) }
    const preview = await previewInvitations(staff, id, read.lines, now)
    if (!preview.ok) return { ok: false, errors: { lines: [preview.reason] } }
    return { ok: true, id: await keepForReview(staff, { name: INVITATIONS_FORM, path: pageOf(id) }, form, now) }
  })
})

export const invite = adminAction('coalition.write', async (staff, form) => {
  // Names problems that appeared since the preview; the page that asks could only say that something changed.
  const draft = field(form, 'confirming')
  const found = await reviewedInvitations(staff, draft)
  const preview = found && (await previewInvitations(staff, found.id, found.lines, new Date()))
  if (preview?.ok === false) return `${pageOf(found?.id ?? '')}?problem=${preview.reason}&draft=${draft}`
  return send(staff, form)
})

const send = confirmed('invite-many', async (staff, form) => {
  const draft = field(form, 'draftId')
  const found = await reviewedInvitations(staff, draft)
  if (!found) return '/admin/coalition/letters?problem=changed'
  const result = await inviteMany(staff, found.id, draft, found.lines, new Date())
  const said = result.ok ? 'done=invited_many' : `problem=${result.reason}`
  return `/admin/coalition/letters/${found.id}?${said}`
})

/** Errors by field, and by line (`3 email`). */
function errorsOf(errors: LineError[]): Record<string, string[]> {
  const [whole] = errors.filter(({ line }) => line === 0)
  const lines = errors.filter(({ line }) => line > 0).map(({ line, field: name, code }) => [`${line} ${name}`, [code]])
  return { lines: [whole?.code ?? 'lines'], ...Object.fromEntries(lines) }
}

function pageOf(id: string): string {
  return isId(id) ? `/admin/coalition/letters/${id}/invitations` : '/admin/coalition/letters'
}
