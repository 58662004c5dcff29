import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { Gone } from '@/components/admin/coalition/gone'
import { Languages } from '@/components/admin/coalition/languages'
import { memberFields } from '@/components/admin/coalition/member-fields'
import { sourceOptions } from '@/components/admin/coalition/source-options'
import { AdminForm } from '@/components/admin/form/admin-form'
import { FieldList } from '@/components/admin/form/field-list'
import { Notice } from '@/components/admin/notice'
import { findEditableMember } from '@/lib/coalition/admin/find-editable-member'
import { listSources } from '@/lib/coalition/admin/list-sources'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { save } from '../actions'

export const metadata: Metadata = { title: 'Member' }

export default adminPage('coalition.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const member = await findEditableMember(staff, id)
  if (!member) return <Gone what="member" room="members" />
  const { values, stamp, locales } = member
  const [draft, sources, { entries }] = await Promise.all([
    findDraft(staff, 'member', (await searchParams).draft),
    listSources(staff),
    listEntries({ subject: `member:${id}` }),
  ])
  const fields = memberFields(sourceOptions(sources), false)
  return (
    <>
      <h1>{values.name}</h1>
      <CoalitionNav staff={staff} at="members" />
      <Notice searchParams={searchParams} />
      {values.left === '' && (
        <p>
          <a href={`/en/members/${values.slug}`}>Its public page</a>
        </p>
      )}
      <h2>Its names in other languages</h2>
      <Languages kind="member" thing={id} there={locales} without="en" />
      <h2>What is known of it</h2>
      {may(staff.role, 'coalition.write') ? (
        <AdminForm
          action={save}
          fields={fields}
          values={values}
          draft={draft}
          hidden={{ id, seen: stamp, slug: values.slug ?? '' }}
          submit="Save; public within ten seconds"
        />
      ) : (
        <FieldList fields={fields} values={values} />
      )}
      <h2>What was done with it</h2>
      <AuditTable entries={entries} />
    </>
  )
})
