import { recentPicture } from '@/lib/share-pictures/find-picture'
import { answerPicture } from '@/lib/web/answer-picture'
import { isLocale } from '@/messages/translator'

type Context = { params: Promise<{ slug: string; file: string }> }

/** A petition's share picture, by the language and hash in its name; names with other hashes lead to the newest. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, file } = await params
  const [, locale = '', hash] = /^([a-zA-Z-]{2,5}?)(?:-([0-9a-f]{16}))?\.png$/.exec(file) ?? []
  return answerPicture(isLocale(locale) ? await recentPicture(slug, locale, hash) : null, request)
}
