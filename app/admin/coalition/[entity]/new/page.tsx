import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { adminPage } from '@/components/admin/admin-page'
import { entityViewAt } from '@/components/admin/coalition/entities/entity-views'
import { AdminForm } from '@/components/admin/form/admin-form'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { readLanguage } from '@/lib/web/admin/reader-language'
import { save } from '../actions'

export async function generateMetadata({ params }: { params: Promise<{ entity: string }> }): Promise<Metadata> {
  await readLanguage()
  return { title: entityViewAt((await params).entity)?.add.title }
}

/** The form for a new entity. */
export default adminPage('coalition.write', async (staff, { params, searchParams }) => {
  const { entity: path = '' } = await params
  const view = entityViewAt(path) ?? notFound()
  const query = await searchParams
  const { title, intro, submit } = view.add
  return (
    <>
      <h1>{title}</h1>
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
