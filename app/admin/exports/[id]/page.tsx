import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { ExportFile } from '@/components/admin/export-file'
import { Notice } from '@/components/admin/notice'
import { findExport } from '@/lib/exports/list-exports'

export const metadata: Metadata = { title: 'Export' }

export default adminPage('export.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const file = await findExport(staff, id, new Date())
  if (!file) return <h1>Export not found</h1>
  return (
    <>
      <h1>Export of {file.rows.toLocaleString('en')} signatures</h1>
      <Notice searchParams={searchParams} />
      <ExportFile file={file} />
    </>
  )
})
