import { MAX_QUOTED } from '@/lib/delivery/answers/answer-form'
import { languageName } from '@/messages/language-name'
import { locales } from '@/messages/translator'
import type { FieldSpec } from '../form/field-spec'
import { answerWords } from './answer-words'

/** The fields in which an office's answer is entered. */
export function answerFields(addressees: string[]): FieldSpec[] {
  const offices = addressees.map((name, index): [string, string] => [String(index), name])
  return [
    { name: 'addressee', label: 'Office', kind: 'select', required: true, options: [['', 'Choose one'], ...offices] },
    {
      name: 'kind',
      label: 'What it did',
      kind: 'select',
      required: true,
      options: [['', 'Choose one'], ...Object.entries(answerWords)],
    },
    { name: 'day', label: 'Day of the answer', kind: 'day', required: true },
    {
      name: 'source',
      label: 'Source',
      hint: 'Where the public can read it, or how it came, such as “Letter to the coalition”. No names of people.',
      longest: 200,
      required: true,
    },
    { name: 'url', label: 'Address of the source (optional)', longest: 300 },
    {
      name: 'words',
      label: 'Quotation (optional)',
      hint: 'The office’s own words, shown in the language in which it wrote them, in every language of the site.',
      kind: 'text',
      rows: 4,
      longest: MAX_QUOTED,
    },
    {
      name: 'locale',
      label: 'Language of the quotation',
      kind: 'select',
      options: [['', 'None is quoted'], ...locales.map((one): [string, string] => [one, languageName(one)])],
    },
    { name: 'why', label: 'Reason, for the second person', longest: 500, required: true },
  ]
}
