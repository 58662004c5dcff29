import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { documentFields } from '@/components/admin/coalition/document-fields'
import { AdminForm } from '@/components/admin/form/admin-form'
import { findDraft } from '@/lib/staff/drafts/find-draft'

export const metadata: Metadata = { title: 'Add a document' }

export default adminPage('coalition.write', async (staff, { searchParams }) => {
  const draft = await findDraft(staff, 'document', (await searchParams).draft)
  return (
    <>
      <h1>Add a document</h1>
      <p>It is public within ten seconds, and the file never changes: another version is another document.</p>
      <AdminForm
        action="/admin/coalition/documents/files"
        fields={documentFields(true)}
        draft={draft}
        draftOf="document"
        submit="Add and publish"
      />
    </>
  )
})
