import { formErrorWords } from '@/messages/form-errors'
import type { Locale } from '@/messages/translator'
import { json } from './answer'

/** 422 for programs: what is wrong with each field, in words for people (`errors`) and in codes that stay (`codes`). */
export function invalidFields(
  form: Parameters<typeof formErrorWords>[0],
  codes: Record<string, string[]>,
  locale: Locale,
): Response {
  return json({ errors: formErrorWords(form, codes, locale), codes }, 422)
}
