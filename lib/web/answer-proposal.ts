import type { ProposeResult } from '@/lib/coalition/member-proposals/propose'
import { sealFormState } from '@/lib/integrity/form-state'
import type { Locale } from '@/messages/translator'
import { seeOther } from './answer'
import { MEMBER_PATH } from './member-cookie'

/** In characters of a field: a form that goes back has to fit into an address. */
const MAX_BACK = 1000

/**
 * Answers a proposal of a member: the page shows that it waits, or the form again with what was typed and the errors.
 * @param language whose words the page shows
 * @param values what was typed
 */
export async function answerProposal(
  locale: Locale,
  result: ProposeResult,
  { language, values }: { language?: string | null; values: Record<string, string> },
  now: Date,
): Promise<Response> {
  const asked = new URLSearchParams(language ? { language } : {})
  if (!result.ok && 'errors' in result) {
    const typed = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, text.slice(0, MAX_BACK)]))
    asked.set('draft', await sealFormState({ values: typed, errors: result.errors }, now))
  }
  const end = asked.has('draft') ? '' : '#about'
  return seeOther(`/${locale}${MEMBER_PATH}${asked.size > 0 ? `?${asked}` : ''}${end}`)
}
