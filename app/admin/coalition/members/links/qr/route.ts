import { z } from 'zod'
import { qrFile } from '@/components/coalition/qr-path'
import { petitionAddress } from '@/components/petitions/petition-address'
import { isSlug } from '@/lib/input/slug'
import { adminRoute } from '@/lib/web/admin/admin-route'
import { locales } from '@/messages/translator'

const query = z.object({
  petition: z.string().refine(isSlug),
  language: z.enum(locales),
  member: z.string().refine(isSlug),
})

/**
 * The QR code of a member's link to a petition, for the sheet of all members. Its content depends on its address only,
 * and never changes.
 */
export const GET = adminRoute('coalition.read', async (_, request) => {
  const read = query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!read.success) return new Response(null, { status: 404 })
  const { petition, language, member } = read.data
  const file = qrFile(petitionAddress(petition, language, member))
  file.headers.set('cache-control', 'private, max-age=86400')
  return file
})
