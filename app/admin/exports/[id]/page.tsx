import { adminPage } from '@/components/admin/admin-page'
import { placeCrumb } from '@/components/admin/crumbs'
import { ExportFile } from '@/components/admin/exports/export-file'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { findExport } from '@/lib/exports/list-exports'

export default adminPage('export.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const file = await findExport(staff, id, new Date())
  if (!file) return <NotFound what={t('exports.export')} list="/admin/exports" />
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/exports')]}>
        {t('exports.exportOfSignatures', { rows: file.rows })}
      </PageHeading>
      <Notice searchParams={searchParams} />
      <ExportFile file={file} />
    </>
  )
})
