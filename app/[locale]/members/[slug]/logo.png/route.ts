import { findLogo } from '@/lib/coalition/find-logo'
import { isLocale } from '@/messages/translator'

export const dynamic = 'force-static'
export const revalidate = 3
export function generateStaticParams() {
  return []
}

/** A member's logo, as this site made it (lib/coalition/member-proposals/reencode-logo.ts). */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string; slug: string }> }) {
  const { locale, slug } = await params
  const bytes = isLocale(locale) ? await findLogo(slug) : null
  if (!bytes) return new Response(null, { status: 404 })
  return new Response(Uint8Array.from(bytes), { headers: { 'content-type': 'image/png' } })
}
