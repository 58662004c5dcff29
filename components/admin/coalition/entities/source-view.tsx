import { source } from '@/lib/coalition/entities/source'
import type { Source } from '@/prisma/generated/client'
import type { FieldSpec } from '../../form/field-spec'
import type { EntityView } from './entity-view'

const key: FieldSpec = {
  name: 'key',
  label: 'Key',
  hint: 'A short, permanent name to find it by: lower-case letters, numbers and hyphens.',
  longest: 80,
  required: true,
}

export const sourceView: EntityView<Source> = {
  entity: source,
  plural: 'Sources',
  singular: 'Source',
  list: {
    intro:
      'Sources for members, activities, letters and the statement. Each is entered once and can be cited many times.',
    empty: 'No sources yet.',
    heads: ['Title', 'Publisher', 'Published'],
    cells: ({ values }, link) => (
      <>
        <td className="name">{link(values.name ?? '')}</td>
        <td className="name">{values.publisher}</td>
        <td>{values.published || '–'}</td>
      </>
    ),
  },
  add: { title: 'Add a source', submit: 'Add' },
  submit: 'Save and publish',
  fields: async (_, isNew) => [
    ...(isNew ? [key] : []),
    { name: 'name', label: 'Title', hint: 'The source’s own title; not translated.', longest: 300, required: true },
    { name: 'publisher', label: 'Publisher', longest: 200, required: true },
    { name: 'author', label: 'Author', hint: 'If the source names one.', longest: 200 },
    { name: 'url', label: 'Address on the web', hint: 'Open it once before you save.', longest: 300 },
    { name: 'symbol', label: 'UN document symbol', hint: 'For example A/HRC/25/63.', longest: 100 },
    {
      name: 'language',
      label: 'Language',
      hint: 'The code of the language it is written in: en, ko, ja.',
      longest: 20,
    },
    { name: 'published', label: 'Published', hint: 'A day, month or year: 2014-02-07, 2014-02 or 2014.' },
    {
      name: 'readSha256',
      label: 'SHA-256 of the copy read',
      hint: 'If you keep a copy of the source: 64 hexadecimal digits, as sha256sum prints them.',
      longest: 64,
    },
  ],
}
