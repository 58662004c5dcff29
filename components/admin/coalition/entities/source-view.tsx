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
    heads: ['Title', 'Publisher', 'Published', 'Key'],
    cells: ({ id, values }, link) => (
      <>
        <td className="name">{link(values.name ?? '')}</td>
        <td className="name">{values.publisher}</td>
        <td>{values.published || '–'}</td>
        <td>
          <code>{id}</code>
        </td>
      </>
    ),
  },
  add: { title: 'Add a source', submit: 'Add' },
  submit: 'Save and publish',
  fields: async (_, isNew) => [
    ...(isNew ? [key] : []),
    { name: 'name', label: 'Title', hint: 'The source’s own title; not translated.', longest: 300, required: true },
    { name: 'publisher', label: 'Publisher', longest: 200, required: true },
    { name: 'url', label: 'Address on the web', longest: 300 },
    { name: 'published', label: 'Published', hint: 'A day, month or year: 2014-02-07, 2014-02 or 2014.' },
  ],
}
