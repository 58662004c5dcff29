import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { activityChoices } from '@/components/admin/coalition/activity-choices'
import { activityFields } from '@/components/admin/coalition/activity-fields'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { Gone } from '@/components/admin/coalition/gone'
import { Languages } from '@/components/admin/coalition/languages'
import { AdminForm } from '@/components/admin/form/admin-form'
import { FieldList } from '@/components/admin/form/field-list'
import { Notice } from '@/components/admin/notice'
import { StepButton } from '@/components/admin/step-button'
import { findEditableActivity } from '@/lib/coalition/admin/find-editable-activity'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { publish, save, withdraw } from '../actions'

export const metadata: Metadata = { title: 'Activity' }

export default adminPage('coalition.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const activity = await findEditableActivity(staff, id)
  if (!activity) return <Gone what="activity" room="activities" />
  const { values, stamp, locales, title, publishedAt } = activity
  const [draft, choices, { entries }] = await Promise.all([
    findDraft(staff, 'activity', (await searchParams).draft),
    activityChoices(staff),
    listEntries({ subject: `activity:${id}` }),
  ])
  const fields = activityFields(choices, false)
  const writes = may(staff.role, 'coalition.write')
  const hidden = { id, seen: stamp, slug: values.slug ?? '' }
  return (
    <>
      <h1>{title ?? values.slug}</h1>
      <CoalitionNav staff={staff} at="activities" />
      <Notice searchParams={searchParams} />
      <p>
        <span className={publishedAt ? 'tag' : 'tag held'}>{publishedAt ? 'published' : 'not published'}</span>{' '}
        {publishedAt && <a href={`/en/activities/${values.slug}`}>On the public page</a>}
      </p>
      {writes && publishedAt && (
        <StepButton action={withdraw} hidden={{ id }} danger>
          Take it off the site; it is kept here
        </StepButton>
      )}
      {writes && !publishedAt && (
        <StepButton action={publish} hidden={{ id }}>
          Publish; everybody sees it within ten seconds
        </StepButton>
      )}
      <h2>Its words</h2>
      <Languages kind="activity" thing={id} there={locales} />
      <h2>What is known of it</h2>
      {writes ? (
        <AdminForm action={save} fields={fields} values={values} draft={draft} hidden={hidden} submit="Save" />
      ) : (
        <FieldList fields={fields} values={values} />
      )}
      <h2>What was done with it</h2>
      <AuditTable entries={entries} />
    </>
  )
})
