import { z } from 'zod'
import { proposeAddress } from '@/lib/petitions/admin/propose-address'
import { longest } from '@/lib/petitions/texts/petition-words'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { json } from '@/lib/web/answer'
import { redirectToForm } from '@/lib/web/redirect-to-form'

const asked = z.object({ title: z.string().max(4 * longest.title) })

/**
 * The address for a title while it is typed (`public/address.js`). It is sent as JSON, because forms are stored if the
 * session has expired, and this would store every beginning of a title.
 */
export const POST = adminRoute('petition.write', async (staff, request) => {
  const read = asked.safeParse(await request.json().catch(() => null))
  if (!read.success) return json({ address: null }, 400)
  return json({ address: await proposeAddress(staff, read.data.title) })
})

export const GET = redirectToForm('/admin/petitions/new')
