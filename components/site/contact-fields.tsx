import { SelectField, TextField } from '@/components/ui/text-field'
import type { Locale } from '@/messages/translator'
import { countriesByName } from './country-names'

type Words = Parameters<typeof TextField>[0]['words']

/** An email address. */
export function EmailField({ words, ...input }: { words: Words; maxLength: number; defaultValue?: string }) {
  return <TextField {...input} words={words} type="email" dir="ltr" autoComplete="email" spellCheck={false} required />
}

interface CountryFieldProps {
  words: Words
  locale: Locale
  /** The first option, which nobody has chosen. */
  none: string
  autoComplete?: string
  defaultValue: string
  required?: boolean
}

/** A country or territory, by its name in the reader's language. */
export function CountryField({ words, locale, none, ...select }: CountryFieldProps) {
  return (
    <SelectField {...select} words={words}>
      <option value="">{none}</option>
      {countriesByName(locale).map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
