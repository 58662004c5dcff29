import { listPetitions } from '@/lib/petitions/list-petitions'
import { json } from '@/lib/web/answer'
import { publicCacheHeaders } from '@/lib/web/public-cache-headers'
import { publicPetition } from '@/lib/web/public-petition'
import { readLocale } from '@/lib/web/read-locale'

/** All published petitions, in the language of `?locale=`. */
export async function GET(request: Request): Promise<Response> {
  const locale = readLocale(request)
  if (locale instanceof Response) return locale
  const petitions = await listPetitions(locale)
  return json({ petitions: petitions.map(publicPetition) }, 200, publicCacheHeaders)
}
