import type { Metadata } from 'next'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { memberFields } from '@/components/admin/coalition/member-fields'
import { sourceOptions } from '@/components/admin/coalition/source-options'
import { deskPage } from '@/components/admin/desk-page'
import { DeskForm } from '@/components/admin/form/desk-form'
import { listSources } from '@/lib/coalition/desk/list-sources'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { save } from '../actions'

export const metadata: Metadata = { title: 'Add a member' }

export default deskPage('coalition.write', async (staff, { searchParams }) => {
  const draft = await findDraft(staff, 'member', (await searchParams).draft)
  const sources = sourceOptions(await listSources(staff))
  return (
    <>
      <h1>Add a member</h1>
      <CoalitionNav staff={staff} at="members" />
      <DeskForm
        action={save}
        fields={memberFields(sources, true)}
        draft={draft}
        submit="Add; it is on the public list within ten seconds"
      />
    </>
  )
})
