import { MAX_SEARCH } from '@/components/admin/search/max-search'
import { storable } from '@/lib/input/storable'
import { may } from '@/lib/staff/roles'
import { trimInvisible } from '@/lib/text/clean-text'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { requestStepUp } from '@/lib/web/admin/request-step-up'
import { sealQuery } from '@/lib/web/admin/sealed-query'
import { seeOther } from '@/lib/web/answer'
import { redirectToForm } from '@/lib/web/redirect-to-form'
import { searchSigners } from '../../signatures/actions'
import { searchSigner } from '../search-signer'

/** Searches. The text may be somebody's address, so it is posted, and travels sealed. */
export const POST = adminRoute('overview.see', async (staff, request) => {
  const form = await request.formData().catch(() => new FormData())
  const typed = form.get('text')
  const text = typeof typed === 'string' ? trimInvisible(storable(typed)) : ''
  if (text.length > MAX_SEARCH) return seeOther('/admin/search?long=yes')
  const now = new Date()
  // Searches signatures without being asked only for texts that can be nothing else, since the search reveals whether a
  // person signed.
  const isSigner = form.has('signatures') || /[@＠]|^[\dA-Z]{4}-[\dA-Z]{4}$/i.test(text)
  if (!text || !isSigner || !may(staff.role, 'signature.search'))
    return seeOther(`/admin/search?q=${sealQuery(staff, 'find', text, now)}`)
  const { verb, actionName: action } = searchSigners
  const kept = { verb, action, fields: [['text', text] as [string, string]], back: '/admin/search' }
  return seeOther(await (staff.session.stale ? requestStepUp(staff, kept, now) : searchSigner(staff, text, now)))
})

export const GET = redirectToForm('/admin/search')
