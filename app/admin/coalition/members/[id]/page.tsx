import type { Metadata } from 'next'
import { AuditTable } from '@/components/admin/audit-table'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { Gone } from '@/components/admin/coalition/gone'
import { Languages } from '@/components/admin/coalition/languages'
import { memberFields } from '@/components/admin/coalition/member-fields'
import { sourceOptions } from '@/components/admin/coalition/source-options'
import { deskPage } from '@/components/admin/desk-page'
import { DeskForm } from '@/components/admin/form/desk-form'
import { FieldList } from '@/components/admin/form/field-list'
import { Notice } from '@/components/admin/notice'
import { findDeskMember } from '@/lib/coalition/desk/find-desk-member'
import { listSources } from '@/lib/coalition/desk/list-sources'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { save } from '../actions'

export const metadata: Metadata = { title: 'Member' }

export default deskPage('coalition.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const member = await findDeskMember(staff, id)
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
        <DeskForm
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
