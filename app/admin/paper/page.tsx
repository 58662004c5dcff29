import { adminPage } from '@/components/admin/admin-page'
import { Empty } from '@/components/admin/empty'
import { Notice } from '@/components/admin/notice'
import { MainAction, PageHeading } from '@/components/admin/page-heading'
import { Pages } from '@/components/admin/pages'
import { SheetTable } from '@/components/admin/sheet-table'
import { t } from '@/components/admin/words'
import { readPage } from '@/lib/input/pages'
import { listSheets } from '@/lib/paper/find-sheet'
import { may } from '@/lib/staff/roles'

export default adminPage('paper.read', async (staff, { searchParams }) => {
  const page = readPage((await searchParams).page)
  const list = page === null ? null : await listSheets(staff, page)
  return (
    <>
      <PageHeading
        actions={
          may(staff.role, 'paper.enter') && <MainAction href="/admin/paper/new">{t('paper.enterASheet')}</MainAction>
        }
      >
        {t('paper.signaturesOnPaper')}
      </PageHeading>
      <Notice searchParams={searchParams} />
      <p>{t('paper.aSheetCountsOnce')}</p>
      {list?.total === 0 && <Empty>{t('paper.noSheetsYet')}</Empty>}
      {list && list.rows.length > 0 && <SheetTable sheets={list.rows} />}
      <Pages of={list} path="/admin/paper" />
    </>
  )
})
