import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { governmentFields } from '@/components/admin/coalition/government-fields'
import { AdminForm } from '@/components/admin/form/admin-form'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { save } from '../actions'

export const metadata: Metadata = { title: 'Add an address' }

export default adminPage('coalition.write', async (staff, { searchParams }) => {
  const draft = await findDraft(staff, 'government', (await searchParams).draft)
  return (
    <>
      <h1>Add a government address</h1>
      <CoalitionNav staff={staff} at="governments" />
      <AdminForm
        action={save}
        fields={governmentFields(true)}
        draft={draft}
        submit="Ask a second person to add it; letters go there then"
      />
    </>
  )
})
