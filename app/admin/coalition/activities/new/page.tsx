import type { Metadata } from 'next'
import { activityChoices } from '@/components/admin/coalition/activity-choices'
import { activityFields } from '@/components/admin/coalition/activity-fields'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { deskPage } from '@/components/admin/desk-page'
import { DeskForm } from '@/components/admin/form/desk-form'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { save } from '../actions'

export const metadata: Metadata = { title: 'Add an activity' }

export default deskPage('coalition.write', async (staff, { searchParams }) => {
  const draft = await findDraft(staff, 'activity', (await searchParams).draft)
  return (
    <>
      <h1>Add an activity</h1>
      <CoalitionNav staff={staff} at="activities" />
      <p>Its words in each language come next. Nobody outside sees it before it is published.</p>
      <DeskForm
        action={save}
        fields={activityFields(await activityChoices(staff), true)}
        draft={draft}
        submit="Add; it is not published yet"
      />
    </>
  )
})
