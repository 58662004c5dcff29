import type { WordField } from '@/lib/petitions/texts/petition-words'
import { tOf } from '../words'

/** The labels of a petition's text fields for staff, and their sizes. */
const rows: [WordField, number][] = [
  ['title', 1],
  ['call', 3],
  ['addressee', 1],
  ['asks', 7],
  ['body', 20],
  ['story', 8],
]

/** The fields of a petition's text, with their words. */
export function textFields(): { field: WordField; label: string; hint: string; rows: number }[] {
  return rows.map(([field, rows]) => {
    const label = tOf('textField', `petition-${field}`) ?? field
    return { field, label, hint: tOf('textField', `petition-${field}-hint`) ?? '', rows }
  })
}
