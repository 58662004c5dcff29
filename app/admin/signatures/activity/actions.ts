'use server'

import { closeIncident, type IncidentResult, lookAtIncident, outcomes } from '@/lib/floods/incidents/decide-incident'
import { noteIncident } from '@/lib/floods/incidents/note-incidents'
import { listFloods } from '@/lib/floods/list-floods'
import { isId } from '@/lib/input/id'
import { lookAtPatterns } from '@/lib/review/look-at-patterns'
import type { Staff } from '@/lib/staff/staff'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { sealQuery } from '@/lib/web/admin/sealed-query'
import { isWindow } from './windows'

const page = '/admin/signatures/activity'

/** Marks that this person looks at an incident, or again at a closed one. */
export const look = adminAction('signature.review', async (staff, form) => {
  const now = new Date()
  const id = await incidentOf(staff, form, now)
  if (!id) return back(form, 'problem=changed')
  return after(form, 'looking', await lookAtIncident(staff, id, field(form, 'expected'), now))
})

/**
 * Closes an incident with what was done, or why nothing was. Its verb writes, so that the typed text is stored if it is
 * refused.
 */
export const close = adminAction('signature.hold', async (staff, form) => {
  const now = new Date()
  const id = await incidentOf(staff, form, now)
  const outcome = outcomes.find((one) => one === field(form, 'outcome'))
  if (!id) return back(form, 'problem=changed')
  if (!outcome) return back(form, 'problem=outcome_missing')
  const reason = field(form, 'reason').slice(0, 200)
  return after(
    form,
    'incident_closed',
    await closeIncident(staff, id, field(form, 'expected'), { outcome, reason }, now),
  )
})

/** Opens the flood's signatures to find their patterns, which travel sealed. */
export const patterns = adminAction('signature.review', async (staff, form) => {
  const now = new Date()
  const flood = await floodOf(staff, form, now)
  if (!flood) return back(form, 'problem=changed')
  const found = await lookAtPatterns(staff, flood, now)
  if (!found.ok) return back(form, `problem=${found.reason}`)
  return back(form, `patterns=${sealQuery(staff, `patterns ${flood.key}`, JSON.stringify(found.patterns), now)}`)
})

/** The incident that a form names; for a flood without one, a new incident. */
async function incidentOf(staff: Staff, form: FormData, now: Date): Promise<string | null> {
  const id = field(form, 'incident')
  if (isId(id)) return id
  const flood = await floodOf(staff, form, now)
  return flood && noteIncident(flood)
}

async function floodOf(staff: Staff, form: FormData, now: Date) {
  const hours = field(form, 'hours')
  if (!isWindow(hours)) return null
  const floods = await listFloods(staff, new Date(now.getTime() - Number(hours) * 3_600_000))
  return floods.find(({ key }) => key === field(form, 'flood')) ?? null
}

function after(form: FormData, done: string, result: IncidentResult): string {
  return back(form, result.ok ? `done=${done}` : `problem=${result.reason}`)
}

/** The page with the form. */
function back(form: FormData, said: string): string {
  const flood = field(form, 'flood')
  if (/^[\w-]{16}$/.test(flood) && isWindow(field(form, 'hours')))
    return `${page}?hours=${field(form, 'hours')}&flood=${flood}&${said}`
  const id = field(form, 'incident')
  return `${page}?hours=2160${isId(id) ? `&incident=${id}` : ''}&${said}`
}
