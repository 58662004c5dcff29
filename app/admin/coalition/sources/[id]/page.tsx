import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { Gone } from '@/components/admin/coalition/gone'
import { sourceFields } from '@/components/admin/coalition/source-fields'
import { AdminForm } from '@/components/admin/form/admin-form'
import { FieldList } from '@/components/admin/form/field-list'
import { Notice } from '@/components/admin/notice'
import { listSources } from '@/lib/coalition/admin/list-sources'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { save } from '../actions'

export const metadata: Metadata = { title: 'Source' }

export default adminPage('coalition.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const source = (await listSources(staff)).find(({ key }) => key === id)
  if (!source) return <Gone what="source" room="sources" />
  const { values, stamp } = source
  const draft = await findDraft(staff, 'source', (await searchParams).draft)
  const { entries } = await listEntries({ subject: `source:${id}` })
  return (
    <>
      <h1>{values.name}</h1>
      <CoalitionNav staff={staff} at="sources" />
      <Notice searchParams={searchParams} />
      {may(staff.role, 'coalition.write') ? (
        <AdminForm
          action={save}
          fields={sourceFields(false)}
          values={values}
          draft={draft}
          hidden={{ id, seen: stamp, key: id }}
          submit="Save; everywhere it is named, within ten seconds"
        />
      ) : (
        <FieldList fields={sourceFields(false)} values={values} />
      )}
      <h2>What was done with it</h2>
      <AuditTable entries={entries} />
    </>
  )
})
