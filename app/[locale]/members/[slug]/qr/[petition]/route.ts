import { qrFile } from '@/components/coalition/qr-path'
import { petitionAddress } from '@/components/petitions/petition-address'
import { isSlug } from '@/lib/input/slug'
import { isLocale } from '@/messages/translator'

export const dynamic = 'force-static'
export const revalidate = 3
export function generateStaticParams() {
  return []
}

interface Context {
  params: Promise<{ locale: string; slug: string; petition: string }>
}

/** The QR code of a member's link to a petition, as a file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, slug, petition } = await params
  if (!isLocale(locale) || !isSlug(slug) || !isSlug(petition)) return new Response(null, { status: 404 })
  return qrFile(petitionAddress(petition, locale, slug))
}
