import { qrFile } from '@/components/coalition/qr-path'
import { sharedPetition } from '@/components/coalition/shared-address'
import { isLocale } from '@/messages/translator'

export const dynamic = 'force-static'
export const revalidate = 3
export function generateStaticParams() {
  return []
}

interface Context {
  params: Promise<{ locale: string; slug: string }>
}

/** The QR code of one open petition as a file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params
  const shared = isLocale(locale) ? await sharedPetition(slug, locale) : null
  return shared ? qrFile(shared.address) : new Response(null, { status: 404 })
}
