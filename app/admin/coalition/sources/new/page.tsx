import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { sourceFields } from '@/components/admin/coalition/source-fields'
import { AdminForm } from '@/components/admin/form/admin-form'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { save } from '../actions'

export const metadata: Metadata = { title: 'Add a source' }

export default adminPage('coalition.write', async (staff, { searchParams }) => {
  const draft = await findDraft(staff, 'source', (await searchParams).draft)
  return (
    <>
      <h1>Add a source</h1>
      <CoalitionNav staff={staff} at="sources" />
      <AdminForm action={save} fields={sourceFields(true)} draft={draft} submit="Add" />
    </>
  )
})
