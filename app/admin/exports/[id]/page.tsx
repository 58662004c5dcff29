import { adminPage } from '@/components/admin/admin-page'
import { ExportFile } from '@/components/admin/export-file'
import { Notice } from '@/components/admin/notice'
import { pageTitle } from '@/components/admin/page-title'
import { t } from '@/components/admin/words'
import { findExport } from '@/lib/exports/list-exports'

export const generateMetadata = pageTitle('exports.export')

export default adminPage('export.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const file = await findExport(staff, id, new Date())
  if (!file) return <h1>{t('exports.exportNotFound')}</h1>
  return (
    <>
      <h1>{t('exports.exportOfSignatures', { rows: file.rows })}</h1>
      <Notice searchParams={searchParams} />
      <ExportFile file={file} />
    </>
  )
})
