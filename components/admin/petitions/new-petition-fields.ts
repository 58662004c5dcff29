import { longest } from '@/lib/petitions/texts/petition-words'
import { sourceLocale } from '@/messages/translator'
import type { FieldSpec } from '../form/field-spec'
import { t } from '../words'
import { textFields } from './text-fields'

/** The fields of a new petition: its English text, then its address, goal and days. */
export function newPetitionFields(): FieldSpec[] {
  const texts = textFields()
    .filter(({ field }) => field !== 'story')
    .map(
      ({ field, label, hint, rows }): FieldSpec => ({
        name: field,
        label: field === 'title' ? t('petitions.titleInEnglish') : label,
        ...(hint && { hint }),
        kind: rows === 1 ? 'line' : 'text',
        rows: Math.min(rows, 10),
        longest: longest[field],
        lang: sourceLocale,
      }),
    )
  const [title, ...rest] = texts
  return [
    ...(title ? [title] : []),
    { name: 'slug', label: t('common.address'), hint: t('petitions.addressHint'), longest: 80 },
    { name: 'goal', label: t('petitions.goalInSignatures'), kind: 'number', required: true },
    ...rest,
    { name: 'opens', label: t('petitions.opensOn'), hint: t('petitions.opensHint'), kind: 'day' },
    { name: 'closes', label: t('petitions.lastDay'), hint: t('petitions.closesHint'), kind: 'day' },
  ]
}
