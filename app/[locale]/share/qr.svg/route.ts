import { qrPath } from '@/components/coalition/qr-path'
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
  const { path, size } = qrPath(address)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="1024" height="1024" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } })
}
