import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { CoSignatureList } from '@/components/admin/coalition/co-signature-list'
import { Notice } from '@/components/admin/notice'
import { listWaiting } from '@/lib/coalition/admin/find-editable-co-signature'

export const metadata: Metadata = { title: 'Co-signatures' }

export default adminPage('coalition.read', async (staff, { searchParams }) => {
  const rows = (await listWaiting(staff)).map((row) => ({ ...row, state: 'confirmed' as const }))
  return (
    <>
      <h1>Co-signatures to review</h1>
      <Notice searchParams={searchParams} />
      <p>
        Organisations that have signed with their link and are not public yet, oldest first. To invite one, go to its{' '}
        <a href="/admin/coalition/letters">letter</a>.
      </p>
      <CoSignatureList rows={rows} />
    </>
  )
})
