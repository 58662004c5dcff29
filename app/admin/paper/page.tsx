import type { Metadata } from 'next'
import { deskPage } from '@/components/admin/desk-page'
import { Notice } from '@/components/admin/notice'
import { SheetTable } from '@/components/admin/sheet-table'
import { listSheets } from '@/lib/paper/list-sheets'
import { may } from '@/lib/staff/roles'

export const metadata: Metadata = { title: 'Paper' }

export default deskPage('paper.read', async (staff, { searchParams }) => {
  const { page = '0' } = await searchParams
  const at = /^\d{1,4}$/.test(String(page)) ? Number(page) : 0
  const { sheets, more } = await listSheets(staff, at)
  return (
    <>
      <h1>Signatures on paper</h1>
      <Notice searchParams={searchParams} />
      <p>
        A sheet counts once two people have come to the same number, each from its scan. It is counted and shown apart
        from what is signed online.
      </p>
      {may(staff.role, 'paper.enter') && (
        <p>
          <a href="/admin/paper/new">Enter a sheet</a>
        </p>
      )}
      {sheets.length === 0 ? <p className="empty">No sheet has been entered.</p> : <SheetTable sheets={sheets} />}
      {more && <a href={`/admin/paper?page=${at + 1}`}>Older ones</a>}
    </>
  )
})
