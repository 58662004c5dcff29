import { type Locale, translator } from '@/messages/translator'

type Errors = Record<string, string[]>

/** The fields of all parts, in their order on the page. */
const fields = ['form', 'name', 'affiliation', 'description', 'website', 'logo']

/** The errors of a proposal that came back, for the summary above the forms. */
export function proposalErrors(errors: Errors, locale: Locale): { field: string | null; text: string }[] {
  return fields.flatMap((field) =>
    (errors[field] ?? []).map((code) => ({
      field: field === 'form' ? null : field,
      text: proposalError(field, code, locale),
    })),
  )
}

/** The props by which a control shows its errors. */
export function errorsOf(field: string, errors: Errors, locale: Locale) {
  const texts = errors[field]?.map((code) => proposalError(field, code, locale))
  return { name: field, errorWord: translator(locale, 'form')('error'), ...(texts && { errors: texts }) }
}

function proposalError(field: string, code: string, locale: Locale): string {
  const t = translator(locale, 'memberPage.errors')
  if (field === 'website') return translator(locale, 'join.errors.website')(code === 'too_long' ? code : 'invalid')
  if (field === 'logo') return t('logo')
  if (code === 'missing') return translator(locale, 'join.errors.name')('missing')
  if (code === 'too_long') return t('long')
  if (code === 'busy' || code === 'unchanged') return t(code)
  if (code === 'draft_expired') return translator(locale, 'form.errors')('form.draft_expired')
  return t('characters')
}
