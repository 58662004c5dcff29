import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { SheetTable } from '@/components/admin/sheet-table'
import { readWhole } from '@/lib/input/whole-number'
import { listSheets } from '@/lib/paper/find-sheet'
import { may } from '@/lib/staff/roles'

export const metadata: Metadata = { title: 'Paper' }

/** Of a hundred sheets each: more have never been collected. */
const LAST_PAGE = 9_999

export default adminPage('paper.read', async (staff, { searchParams }) => {
  const { page = '0' } = await searchParams
  const at = typeof page === 'string' ? readWhole(page, LAST_PAGE) : null
  const { sheets, more } = at === null ? { sheets: null, more: false } : await listSheets(staff, at)
  return (
    <>
      <h1>Signatures on paper</h1>
      <Notice searchParams={searchParams} />
      <p>
        A sheet counts once two people have counted the same number on its scan. It is counted and shown separately from
        online signatures.
      </p>
      {may(staff.role, 'paper.enter') && (
        <p>
          <a href="/admin/paper/new">Enter a sheet</a>
        </p>
      )}
      {sheets === null && (
        <p className="notice wrong" role="alert">
          Page not found. <a href="/admin/paper">First page</a>
        </p>
      )}
      {sheets?.length === 0 && <p className="empty">{at ? 'No older sheets.' : 'No sheets yet.'}</p>}
      {sheets && sheets.length > 0 && <SheetTable sheets={sheets} />}
      {more && at !== null && <a href={`/admin/paper?page=${at + 1}`}>Older sheets</a>}
    </>
  )
})
