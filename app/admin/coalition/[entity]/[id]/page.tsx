import { notFound } from 'next/navigation'
import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { entityViewAt } from '@/components/admin/coalition/entities/entity-views'
import { placeCrumb } from '@/components/admin/crumbs'
import { AdminForm } from '@/components/admin/form/admin-form'
import { FieldList } from '@/components/admin/form/field-list'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { findEditable } from '@/lib/coalition/entities/find-editable'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { invite, publishActivity, save, saveNames } from '../actions'

const actions = { invite, publishActivity, saveNames }

/** The page of one row: its form, its other actions, and its history. */
export default adminPage('coalition.read', async (staff, { params, searchParams }) => {
  const { entity: path = '', id = '' } = await params
  const view = entityViewAt(path) ?? notFound()
  const { entity } = view
  const found = await findEditable(staff, entity, id)
  if (!found) return <NotFound what={view.singular} list={`/admin/coalition/${path}`} />
  const query = await searchParams
  const writes = may(staff.role, 'coalition.write')
  const details = { staff, found, query, actions: writes ? actions : null }
  const [fields, draft, { entries }] = await Promise.all([
    view.fields(staff, false),
    findDraft(staff, entity.name, query.draft),
    listEntries({ subject: `${entity.name}:${id}` }),
  ])
  const { values, version, title } = found
  const shown = fields.map(({ name }) => name)
  const chosenOnce = Object.fromEntries(Object.entries(values).filter(([name]) => !shown.includes(name)))
  return (
    <>
      <PageHeading below={[placeCrumb(`/admin/coalition/${path}`)]}>
        {view.titleOf?.(found) ?? <bdi>{title}</bdi>}
      </PageHeading>
      <Notice searchParams={searchParams} />
      {await view.above?.(details)}
      {writes ? (
        <AdminForm
          action={save}
          fields={fields}
          values={values}
          draft={draft}
          draftOf={entity.name}
          hidden={{ entity: path, id, expectedVersion: version, ...chosenOnce }}
          submit={view.submit}
        />
      ) : (
        <FieldList fields={fields} values={values} />
      )}
      {await view.below?.(details)}
      <h2>{t('common.history')}</h2>
      <AuditTable entries={entries} />
    </>
  )
})
