import { countriesOf } from '@/lib/petitions/countries'
import { findPetition } from '@/lib/petitions/find-petition'
import { json } from '@/lib/web/answer'
import { openToAll } from '@/lib/web/open-to-all'
import { publicPetition } from '@/lib/web/public-petition'
import { readLocale } from '@/lib/web/read-locale'

/** One petition with its text, count and countries, in the language of `?locale=`. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  const petition = await findPetition(slug, readLocale(request))
  if (!petition) return json({ error: 'petition_unknown' }, 404, openToAll)
  const { call, addressee, asks, body, story } = petition.text
  const byCountry = await countriesOf(petition.id)
  return json({ ...publicPetition(petition), call, addressee, asks, body, story, byCountry }, 200, openToAll)
}
