'use server'

import { findApplicationForStaff } from '@/lib/coalition/admin/list-applications'
import { auditOpening, openApplication } from '@/lib/coalition/admin/open-sealed'
import { decideApplication } from '@/lib/coalition/decide-application'
import { isId } from '@/lib/input/id'
import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { sealQuery } from '@/lib/web/admin/sealed-query'
import { confirmed } from '../../confirm/confirmed'

const room = '/admin/coalition/applications'

/** Shows the applicant's entries for ten minutes. */
export const open = adminAction('coalition.open', async (staff, form) => {
  const id = field(form, 'id')
  const now = new Date()
  const opened = await auditOpening(staff, 'application', id, now)
  return opened.ok
    ? `${room}/${id}?opened=${sealQuery(staff, 'application', id, now)}`
    : `${pageOf(form)}?problem=${opened.reason}`
})

export const accept = adminAction('coalition.decide', async (staff, form) =>
  after(form, 'accepted', await decideApplication(staff, field(form, 'id'), 'accepted', whyOf(form), new Date())),
)

export const decline = adminAction(
  'coalition.decide',
  confirmed('decline-application', async (staff, form) => {
    const why = whyOf(form)
    if (!why) return `${pageOf(form)}?problem=why_missing`
    return after(form, 'declined', await decideApplication(staff, field(form, 'id'), 'declined', why, new Date()))
  }),
)

/** Fills the form that adds a member with the applicant's entries. This opens them and is logged. */
export const makeMember = adminAction('coalition.decide', async (staff, form) => {
  const id = field(form, 'id')
  const now = new Date()
  const application = isId(id) ? await findApplicationForStaff(staff, id) : null
  if (application?.state !== 'accepted') return `${pageOf(form)}?problem=changed`
  const opened = await auditOpening(staff, 'application', id, now)
  if (!opened.ok) return `${pageOf(form)}?problem=${opened.reason}`
  const entered = await openApplication(staff, id)
  const { kind, country } = application
  const { name = '', website } = entered ?? {}
  const fields = { name, kind, country, website: website ?? '', listed: now.toISOString().slice(0, 10) }
  return `/admin/coalition/members/new?draft=${await keepDraft(staff, 'member', { fields, errors: {} }, now)}`
})

function after(form: FormData, decision: string, result: { ok: boolean }): string {
  return `${pageOf(form)}?${result.ok ? `done=application_${decision}` : 'problem=changed'}`
}

function pageOf(form: FormData): string {
  const id = field(form, 'id')
  return isId(id) ? `${room}/${id}` : room
}

function whyOf(form: FormData): string {
  return field(form, 'why').slice(0, 500)
}
