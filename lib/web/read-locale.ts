import { isLocale, type Locale, sourceLocale } from '@/messages/words'

/** The language of `?locale=`, or English. */
export function readLocale(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('locale') ?? ''
  return isLocale(asked) ? asked : sourceLocale
}
