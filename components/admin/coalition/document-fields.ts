import type { FieldSpec } from '../form/field-spec'
import { slugField } from './entities/common-fields'

/** The fields of a document; of a new one its file too. */
export function documentFields(isNew: boolean): FieldSpec[] {
  return [
    ...(isNew ? [{ ...slugField('documents'), hint: addressHint }] : []),
    { name: 'title', label: 'Title', hint: 'The document’s own title; not translated.', longest: 300, required: true },
    {
      name: 'language',
      label: 'Language',
      hint: 'The code of the language it is written in: en, ko, ja.',
      longest: 20,
      required: true,
    },
    { name: 'dated', label: 'Date', hint: 'A day, month or year: 2026-12-10, 2026-12 or 2026.', required: true },
    ...(isNew ? [file] : []),
  ]
}

const addressHint = 'The file is named by it. It cannot be changed later: lower-case letters, numbers and hyphens.'

const file: FieldSpec = {
  name: 'file',
  label: 'File',
  hint: 'PDF, PNG, JPEG or WebP, up to 10 MB. Look through a PDF’s properties first: they are public too. If another field has an error, choose the file again.',
  kind: 'file',
  accept: '.pdf,.png,.jpg,.jpeg,.webp',
  required: true,
}
