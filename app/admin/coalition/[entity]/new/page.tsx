import { notFound } from 'next/navigation'
import { adminPage } from '@/components/admin/admin-page'
import { entityViewAt } from '@/components/admin/coalition/entities/entity-views'
import { placeCrumb } from '@/components/admin/crumbs'
import { AdminForm } from '@/components/admin/form/admin-form'
import { PageHeading } from '@/components/admin/page-heading'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { save } from '../actions'

/** The form for a new entity. */
export default adminPage('coalition.write', async (staff, { params, searchParams }) => {
  const { entity: path = '' } = await params
  const view = entityViewAt(path) ?? notFound()
  const query = await searchParams
  const { title, intro, submit } = view.add
  return (
    <>
      <PageHeading below={[placeCrumb(`/admin/coalition/${path}`)]}>{title}</PageHeading>
      {intro && <p>{intro}</p>}
      <AdminForm
        action={save}
        fields={await view.fields(staff, true)}
        draft={await findDraft(staff, view.entity.name, query.draft)}
        draftOf={view.entity.name}
        hidden={{ entity: path }}
        submit={submit}
      />
    </>
  )
})
