import { isLocale } from '@/messages/translator'
import { capital } from './code-name'
import { languageName } from './display-names'
import { tOf } from './words'

/** A field's name in words, for pages without its label: "siteName" as "Site name", "body-ko" with its language. */
export function fieldName(name: string): string {
  const [, field = '', locale = ''] = /^(\w+)-([a-z]{2}(?:-[A-Z]{2})?)$/.exec(name) ?? []
  if (isLocale(locale)) return `${fieldName(field)}, ${languageName(locale)}`
  const known = tOf('field', name)
  if (known) return known
  return capital(
    name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll(/[-_]/g, ' ')
      .toLowerCase(),
  )
}
