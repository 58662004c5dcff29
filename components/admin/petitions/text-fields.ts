import type { WordField } from '@/lib/petitions/texts/petition-words'
import { tOf } from '../words'

/** The text fields of a petition, with their heights in rows. */
const rows: [WordField, number][] = [
  ['title', 1],
  ['call', 3],
  ['addressee', 1],
  ['asks', 7],
  ['body', 20],
  ['story', 8],
]

/** The text fields of a petition, with labels and hints. */
export function textFields(): { field: WordField; label: string; hint: string; rows: number }[] {
  return rows.map(([field, rows]) => {
    const label = tOf('textField', `petition-${field}`) ?? field
    return { field, label, hint: tOf('textField', `petition-${field}-hint`) ?? '', rows }
  })
}
