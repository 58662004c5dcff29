import type { LanguageState } from '@/lib/petitions/admin/find-for-admin'
import { unfinished } from '@/lib/petitions/texts/petition-words'
import { t } from '../words'
import { textFields } from './text-fields'

/** The fields of a started text that are empty or too long, which prevents publishing; each a link to the field. */
export function MissingFields({ text: { words, revision } }: { text: LanguageState }) {
  const lacking = unfinished(words)
  if (revision === 0 || lacking.length === 0) return null
  const named = lacking.map(({ field }) => ({ field, label: textFields().find((one) => one.field === field)?.label }))
  return (
    <p className="notice">
      {t('petitions.stillToWrite')}{' '}
      {named.map(({ field, label }, i) => (
        <span key={field}>
          {i > 0 && ' · '}
          <a href={`#${field}`}>{label}</a>
        </span>
      ))}
    </p>
  )
}
