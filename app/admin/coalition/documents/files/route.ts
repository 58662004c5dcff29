import { addDocument } from '@/lib/coalition/documents/add-document'
import { document } from '@/lib/coalition/entities/document'
import { readForm } from '@/lib/coalition/entities/fields'
import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import type { Staff } from '@/lib/staff/staff'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { formFields } from '@/lib/web/admin/form-fields'
import { seeOther } from '@/lib/web/answer'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Saves a document with its file, which is too large for a Next.js action. */
export const POST = adminRoute('coalition.write', async (staff, request) => {
  const now = new Date()
  const form = await request.formData().catch(() => new FormData())
  const fields = formFields(form)
  const read = readForm(document.schema, fields)
  if (!read.ok) return again(staff, fields, read.errors, now)
  const file = form.get('file')
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const result = await addDocument(staff, read.form, bytes, now)
  if (result.ok) return seeOther(`/admin/coalition/documents/${result.id}?done=document_added`)
  return again(staff, fields, { [result.reason === 'taken' ? 'slug' : 'file']: [result.reason] }, now)
})

async function again(staff: Staff, fields: Record<string, string>, errors: Record<string, string[]>, now: Date) {
  const draft = await keepDraft(staff, 'document', { fields, errors }, now)
  return seeOther(`/admin/coalition/documents/new?draft=${draft}`)
}

export const GET = redirectToForm('/admin/coalition/documents/new')
