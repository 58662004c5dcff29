import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { memberFields } from '@/components/admin/coalition/member-fields'
import { sourceOptions } from '@/components/admin/coalition/source-options'
import { AdminForm } from '@/components/admin/form/admin-form'
import { listSources } from '@/lib/coalition/admin/list-sources'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { save } from '../actions'

export const metadata: Metadata = { title: 'Add a member' }

export default adminPage('coalition.write', async (staff, { searchParams }) => {
  const draft = await findDraft(staff, 'member', (await searchParams).draft)
  const sources = sourceOptions(await listSources(staff))
  return (
    <>
      <h1>Add a member</h1>
      <CoalitionNav staff={staff} at="members" />
      <AdminForm
        action={save}
        fields={memberFields(sources, true)}
        draft={draft}
        submit="Add; it is on the public list within ten seconds"
      />
    </>
  )
})
