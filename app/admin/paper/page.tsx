import { adminPage } from '@/components/admin/admin-page'
import { Empty } from '@/components/admin/empty'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { SheetTable } from '@/components/admin/sheet-table'
import { t } from '@/components/admin/words'
import { readWhole } from '@/lib/input/whole-number'
import { listSheets } from '@/lib/paper/find-sheet'
import { may } from '@/lib/staff/roles'

/** Of a hundred sheets each: more have never been collected. */
const LAST_PAGE = 9_999

export default adminPage('paper.read', async (staff, { searchParams }) => {
  const { page = '0' } = await searchParams
  const at = typeof page === 'string' ? readWhole(page, LAST_PAGE) : null
  const { sheets, more } = at === null ? { sheets: null, more: false } : await listSheets(staff, at)
  return (
    <>
      <PageHeading>{t('paper.signaturesOnPaper')}</PageHeading>
      <Notice searchParams={searchParams} />
      <p>{t('paper.aSheetCountsOnce')}</p>
      {may(staff.role, 'paper.enter') && (
        <p>
          <a href="/admin/paper/new">{t('paper.enterASheet')}</a>
        </p>
      )}
      {sheets === null && (
        <p className="notice wrong" role="alert">
          {t.rich('paper.pageNotFoundFirst', { link: (inner) => <a href="/admin/paper">{inner}</a> })}
        </p>
      )}
      {sheets?.length === 0 && <Empty>{at ? t('paper.noOlderSheets') : t('paper.noSheetsYet')}</Empty>}
      {sheets && sheets.length > 0 && <SheetTable sheets={sheets} />}
      {more && at !== null && <a href={`/admin/paper?page=${at + 1}`}>{t('paper.olderSheets')}</a>}
    </>
  )
})
