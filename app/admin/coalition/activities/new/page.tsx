import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { activityChoices } from '@/components/admin/coalition/activity-choices'
import { activityFields } from '@/components/admin/coalition/activity-fields'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { AdminForm } from '@/components/admin/form/admin-form'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { save } from '../actions'

export const metadata: Metadata = { title: 'Add an activity' }

export default adminPage('coalition.write', async (staff, { searchParams }) => {
  const draft = await findDraft(staff, 'activity', (await searchParams).draft)
  return (
    <>
      <h1>Add an activity</h1>
      <CoalitionNav staff={staff} at="activities" />
      <p>Its words in each language come next. Nobody outside sees it before it is published.</p>
      <AdminForm
        action={save}
        fields={activityFields(await activityChoices(staff), true)}
        draft={draft}
        submit="Add; it is not published yet"
      />
    </>
  )
})
