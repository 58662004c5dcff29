import { isLocale, type Locale, sourceLocale } from '@/messages/translator'
import { unreadable } from './answer'
import { readFields } from './read-fields'

/** Fields of a form about one's own signatures and the language to answer in, or the answer to what cannot be read. */
export async function readSelfServiceForm(
  request: Request,
): Promise<{ fields: Record<string, string>; locale: Locale } | Response> {
  const read = await readFields(request)
  if (!read.ok) return unreadable(request, read)
  const asked = read.fields.locale ?? ''
  return { fields: read.fields, locale: isLocale(asked) ? asked : sourceLocale }
}
