import { previewMailing } from '@/lib/mailings/find-mailing'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { shownInFrame } from '@/lib/web/admin/attachment'
import { servedLocale } from '@/messages/translator'

/**
 * The mail that signers of a language get, for a frame beside its text: as saved, or with `draft` as typed
 * (`public/preview.js`).
 */
export const GET = adminRoute('update.read', async (staff, request, { id = '' }) => {
  const query = new URL(request.url).searchParams
  const locale = servedLocale(query.get('language') ?? '')
  const draft = await findDraft(staff, 'update', query.get('draft'))
  const mail = await previewMailing(staff, id, locale, draft?.fields)
  return shownInFrame(mail?.html ?? '<!doctype html><title>–</title>', 'text/html; charset=utf-8')
})
