import { qrFile } from '@/components/coalition/qr-path'
import { sharedAddress } from '@/components/coalition/shared-address'
import { isLocale } from '@/messages/translator'

export const dynamic = 'force-static'
export const revalidate = 3
export function generateStaticParams() {
  return []
}

/** The QR code of the open petition as a file, for people who print their own sheets. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params
  if (!isLocale(locale)) return new Response(null, { status: 404 })
  const { address } = await sharedAddress(locale)
  return qrFile(address)
}
