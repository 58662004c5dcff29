import { enterSheet } from '@/lib/paper/enter-sheet'
import { auditScanOpening } from '@/lib/paper/open-sheet'
import { readSheet } from '@/lib/paper/read-sheet'
import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import type { Staff } from '@/lib/staff/staff'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { formFields } from '@/lib/web/admin/form-fields'
import { sealQuery } from '@/lib/web/admin/sealed-query'
import { seeOther } from '@/lib/web/answer'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Enters a sheet with its scan, which is too large for a Next.js action. */
export const POST = adminRoute('paper.enter', async (staff, request) => {
  const now = new Date()
  const form = await request.formData().catch(() => new FormData())
  const fields = formFields(form)
  const read = readSheet(fields, now)
  if (!read.ok) return again(staff, fields, read.errors, now)
  const file = form.get('scan')
  const scan = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const result = await enterSheet(staff, read.form, scan, now)
  if (!result.ok) return again(staff, fields, { [fieldOf(result.reason)]: [result.reason] }, now)
  return seeOther(
    read.form.signatures === null ? await toCount(staff, result.id, now) : page(result.id, 'sheet_entered'),
  )
})

/** The counting page of a sheet without a count, whose scan's opening is logged. */
async function toCount(staff: Staff, id: string, now: Date): Promise<string> {
  const logged = await auditScanOpening(staff, id, now)
  return page(id, `sheet_to_count${logged.ok ? `&scan=${sealQuery(staff, 'scan', id, now)}` : ''}`)
}

function page(id: string, done: string): string {
  return `/admin/paper/${id}?done=${done}`
}

function fieldOf(reason: string): string {
  if (reason === 'petition_unknown') return 'petition'
  return reason === 'serial_known' ? 'serial' : 'scan'
}

async function again(staff: Staff, fields: Record<string, string>, errors: Record<string, string[]>, now: Date) {
  return seeOther(`/admin/paper/new?draft=${await keepDraft(staff, 'sheet', { fields, errors }, now)}`)
}

export const GET = redirectToForm('/admin/paper/new')
