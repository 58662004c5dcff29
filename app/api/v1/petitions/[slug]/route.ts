import { listDeliveries } from '@/lib/delivery/list-deliveries'
import { isoDay } from '@/lib/input/day'
import { countriesOf } from '@/lib/petitions/countries'
import { findPetition } from '@/lib/petitions/find-petition'
import { json } from '@/lib/web/answer'
import { publicCacheHeaders } from '@/lib/web/public-cache-headers'
import { publicDelivery } from '@/lib/web/public-delivery'
import { publicPetition } from '@/lib/web/public-petition'
import { readLocale } from '@/lib/web/read-locale'

/**
 * One petition with its text, count and countries, in the language of `?locale=`. The table of countries (`byCountry`)
 * is renewed weekly: when it was (`byCountryOn`; null: not yet) and when it will be (`byCountryNextOn`; null: no more).
 * To whom it was handed over, and what they answered, is `deliveries`.
 */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  const locale = readLocale(request)
  if (locale instanceof Response) return locale
  const petition = await findPetition(slug, locale)
  if (!petition) return json({ error: 'petition_unknown' }, 404, publicCacheHeaders)
  const { call, addressee, asks, body, story } = petition.text
  const now = new Date()
  const { rows: byCountry, renewedOn, nextOn } = await countriesOf(petition.id, now)
  const deliveries = (await listDeliveries(petition.id, now)).map(publicDelivery)
  const countries = { byCountry, byCountryOn: dayText(renewedOn), byCountryNextOn: dayText(nextOn) }
  return json(
    { ...publicPetition(petition), call, addressee, asks, body, story, ...countries, deliveries },
    200,
    publicCacheHeaders,
  )
}

function dayText(day: Date | null): string | null {
  return day ? isoDay(day) : null
}
