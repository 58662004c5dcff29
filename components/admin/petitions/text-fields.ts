import type { WordField } from '@/lib/petitions/texts/petition-words'

/** The labels of a petition's text fields for staff, and their sizes. */
export const textFields: { field: WordField; label: string; hint: string; rows: number }[] = [
  { field: 'title', label: 'Title', hint: 'As shown in lists and emails.', rows: 1 },
  { field: 'call', label: 'Call', hint: 'Who asks whom for what, in one sentence.', rows: 3 },
  { field: 'addressee', label: 'Addressed to', hint: '', rows: 1 },
  { field: 'asks', label: 'Demands', hint: 'One per line.', rows: 7 },
  { field: 'body', label: 'Reasons', hint: 'Markdown; headings with ##.', rows: 20 },
  { field: 'story', label: 'Outcome', hint: 'Markdown. Leave empty until there is something to report.', rows: 8 },
]
