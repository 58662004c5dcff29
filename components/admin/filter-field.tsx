import { readerLanguage } from '@/lib/web/admin/reader-language'
import { t } from './words'

interface Field {
  name: string
  label: string
  value: string
  /** Its value is invalid. */
  wrong: boolean
}

/** A choice in words, with their language if it may differ from the reader's. */
export type FilterOption = [value: string, words: string, language?: string | null]

/** A choice in a filter. An unknown value is added to the choices, so that nothing typed is lost. */
export function FilterChoice({
  name,
  label,
  value,
  wrong,
  any,
  options,
  required,
}: Field & {
  /** The label of an empty choice; by default one option is always chosen. */
  any?: string
  options: FilterOption[]
  required?: boolean
}) {
  const known = value === '' || options.some(([option]) => option === value)
  return (
    <label>
      {label}
      <select id={name} name={name} defaultValue={value} required={required} aria-invalid={wrong || undefined}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map(([option, words, language]) => (
          <option
            key={option}
            value={option}
            lang={language === readerLanguage() ? undefined : (language ?? undefined)}
          >
            {words}
          </option>
        ))}
        {!known && <option value={value}>{t('filter.unknown', { value: value.slice(0, 40) })}</option>}
      </select>
    </label>
  )
}

interface Typed extends Field {
  size?: number
  type?: 'text' | 'datetime-local' | 'date'
}

/** A typed part of a filter. Invalid times are shown as text, because a time control would be empty. */
export function FilterText({ name, label, value, wrong, size, type = 'text' }: Typed) {
  return (
    <label>
      {label}{' '}
      <input
        id={name}
        name={name}
        type={wrong ? 'text' : type}
        defaultValue={value}
        size={size}
        spellCheck={false}
        aria-invalid={wrong || undefined}
      />
    </label>
  )
}
