import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { Gone } from '@/components/admin/coalition/gone'
import { governmentFields } from '@/components/admin/coalition/government-fields'
import { AdminForm } from '@/components/admin/form/admin-form'
import { FieldList } from '@/components/admin/form/field-list'
import { Notice } from '@/components/admin/notice'
import { StepButton } from '@/components/admin/step-button'
import { countryName } from '@/components/site/country-names'
import { findEditableGovernment } from '@/lib/coalition/admin/list-editable-governments'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { remove, save } from '../actions'

export const metadata: Metadata = { title: 'Government address' }

export default adminPage('coalition.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = await findEditableGovernment(staff, id)
  if (!found) return <Gone what="address" room="governments" />
  const { values, stamp } = found
  const { country = '', office = '' } = values
  const draft = await findDraft(staff, 'government', (await searchParams).draft)
  const { entries } = await listEntries({ subject: `government:${id}` })
  return (
    <>
      <h1>
        {countryName(country, 'en')}, {office.replaceAll('_', ' ')}
      </h1>
      <CoalitionNav staff={staff} at="governments" />
      <Notice searchParams={searchParams} />
      {may(staff.role, 'coalition.write') ? (
        <>
          <AdminForm
            action={save}
            fields={governmentFields(false)}
            values={values}
            draft={draft}
            hidden={{ id, seen: stamp, country, office }}
            submit="Ask a second person to save it; letters go there then"
          />
          <StepButton action={remove} hidden={{ id, seen: stamp }} danger why>
            Ask a second person to take this 1 address away
          </StepButton>
        </>
      ) : (
        <FieldList fields={governmentFields(false)} values={values} />
      )}
      <h2>What was done with it</h2>
      <AuditTable entries={entries} />
    </>
  )
})
