import { sealFormState } from '@/lib/integrity/form-state'
import type { Locale } from '@/messages/translator'
import { seeOther } from './answer'
import { MEMBER_PATH } from './member-cookie'

/** In characters of a field: a form that goes back has to fit into an address. */
const MAX_BACK = 1000

/**
 * Answers a form of a member's page: the page shows how things stand, or the form again with what was typed and the
 * errors.
 * @param language whose words the page shows
 * @param values what was typed
 * @param end the part of the page
 */
export async function answerProposal(
  locale: Locale,
  result: { ok: true } | { ok: false; reason: string } | { ok: false; errors: Record<string, string[]> },
  { language, values, end = '#about' }: { language?: string | null; values: Record<string, string>; end?: string },
  now: Date,
): Promise<Response> {
  const asked = new URLSearchParams(language ? { language } : {})
  if (!result.ok && 'errors' in result) {
    const typed = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, text.slice(0, MAX_BACK)]))
    asked.set('draft', await sealFormState({ values: typed, errors: result.errors }, now))
  }
  return seeOther(`/${locale}${MEMBER_PATH}${asked.size > 0 ? `?${asked}` : ''}${asked.has('draft') ? '' : end}`)
}
