import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { UpdateStage } from '@/components/admin/mailings/update-stage'
import { UpdateTexts } from '@/components/admin/mailings/update-texts'
import { Notice } from '@/components/admin/notice'
import { PetitionName } from '@/components/admin/petition-name'
import { findMailing } from '@/lib/mailings/find-mailing'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { resume, save, stop } from '../actions'

export const metadata: Metadata = { title: 'Mailing' }

export default adminPage('update.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const update = await findMailing(staff, id, new Date())
  if (!update) {
    return (
      <>
        <h1>Mailing not found</h1>
        <p>It was discarded, or never existed.</p>
        <a href="/admin/updates">All mailings</a>
      </>
    )
  }
  const { entries } = await listEntries({ subject: `update:${id}` })
  const draft = await findDraft(staff, 'update', (await searchParams).draft)
  return (
    <>
      <h1>{update.subject || 'Mailing without a subject'}</h1>
      <Notice searchParams={searchParams} />
      <p>
        To the signers of{' '}
        <strong>
          <PetitionName slug={update.petition} />
        </strong>{' '}
        who asked for updates. Created by {update.createdBy}.
      </p>
      <UpdateStage update={update} staff={staff} actions={{ stop, resume }} />
      <UpdateTexts update={update} staff={staff} draft={draft} save={save} />
      <h2>History</h2>
      <AuditTable entries={entries} />
    </>
  )
})
