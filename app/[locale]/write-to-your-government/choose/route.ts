import { countryCodes } from '@/lib/input/country-codes'
import { servedLocale } from '@/messages/translator'

/** From the choice of a country to the page of its letter, which has an address of its own. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const asked = (await params).locale
  const locale = servedLocale(asked)
  const country = (new URL(request.url).searchParams.get('country') ?? '').toUpperCase()
  const path = countryCodes.includes(country) ? `/${country.toLowerCase()}` : ''
  return new Response(null, { status: 303, headers: { location: `/${locale}/write-to-your-government${path}` } })
}
