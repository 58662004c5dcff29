import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { letterFields } from '@/components/admin/coalition/letter-fields'
import { sourceOptions } from '@/components/admin/coalition/source-options'
import { AdminForm } from '@/components/admin/form/admin-form'
import { listSources } from '@/lib/coalition/admin/list-sources'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { save } from '../actions'

export const metadata: Metadata = { title: 'Begin a letter' }

export default adminPage('coalition.write', async (staff, { searchParams }) => {
  const draft = await findDraft(staff, 'letter', (await searchParams).draft)
  const sources = sourceOptions(await listSources(staff))
  return (
    <>
      <h1>Begin a letter</h1>
      <CoalitionNav staff={staff} at="letters" />
      <p>Its words in each language come next. It stays a draft until it is opened.</p>
      <AdminForm action={save} fields={letterFields(sources, true)} draft={draft} submit="Begin; it is a draft" />
    </>
  )
})
