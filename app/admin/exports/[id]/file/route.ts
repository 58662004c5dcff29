import { finishExport, holdExport, releaseExport, startExport } from '@/lib/exports/download-export'
import { findExport } from '@/lib/exports/list-exports'
import { streamExport } from '@/lib/exports/stream-export'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { seeOther } from '@/lib/web/answer'
import { redirectToForm } from '@/lib/web/redirect-to-form'

const types = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' }

/** The file, made while it is downloaded. By POST, so that reopening an address does not start a download. */
export const POST = adminRoute('export.ask', async (staff, _, { id = '' }) => {
  const now = new Date()
  const started = await startExport(staff, id, now)
  if (!started.ok) return seeOther(`/admin/exports/${encodeURIComponent(id)}?problem=${started.reason}`)
  const { file } = started
  const view = await findExport(staff, id, now)
  const people = [view?.askedBy, view?.approvedBy].filter(Boolean)
  const origin = { by: people.join(' with '), petition: view?.petition ?? '', madeAt: now }
  const body = await streamExport(file, origin, {
    hold: () => holdExport(file, new Date()),
    finish: (rows) => finishExport(staff, file, rows, new Date()),
    release: () => releaseExport(file),
  })
  const format = file.format === 'csv' ? 'csv' : 'jsonl'
  const name = `signatures-${id.slice(0, 8)}.${format}${file.recipient ? '.age' : ''}`
  return new Response(body, {
    headers: {
      'content-type': file.recipient ? 'application/octet-stream' : types[format],
      'content-disposition': `attachment; filename="${name}"`,
      // Compression would delay bytes, and does not shrink encrypted data.
      'cache-control': 'no-store, no-transform',
    },
  })
})

export const GET = redirectToForm('/admin/exports/[id]')
