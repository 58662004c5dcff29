import { z } from 'zod'
import { proposeAddress } from '@/lib/petitions/admin/propose-address'
import { longest } from '@/lib/petitions/texts/petition-words'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { json } from '@/lib/web/answer'
import { redirectToForm } from '@/lib/web/redirect-to-form'

const asked = z.object({ title: z.string().max(4 * longest.title) })

/**
 * The address that a title would be given, while it is typed (`public/address.js`). It comes as JSON: what a form sends is kept
 * for whoever's session has expired, and each of a title's beginnings would be.
 */
export const POST = adminRoute('petition.write', async (staff, request) => {
  const read = asked.safeParse(await request.json().catch(() => null))
  if (!read.success) return json({ address: null }, 400)
  return json({ address: await proposeAddress(staff, read.data.title) })
})

export const GET = redirectToForm('/admin/petitions/new')
