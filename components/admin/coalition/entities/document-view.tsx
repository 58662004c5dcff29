import { document } from '@/lib/coalition/entities/document'
import { languageName } from '@/messages/language-name'
import type { Document } from '@/prisma/generated/client'
import { ConfirmLink } from '../../confirm/confirm-link'
import { documentFields } from '../document-fields'
import type { EntityView } from './entity-view'

export const documentView: EntityView<Document> = {
  entity: document,
  plural: 'Documents',
  singular: 'Document',
  list: {
    intro:
      'The coalition’s own documents, as files that anyone may download. Activities and letters can refer to them. Name them there.',
    empty: 'No documents yet.',
    heads: ['Date', 'Title', 'Language', 'Type', { number: 'KB' }],
    cells: ({ title, values, row: { type, size } }, link) => (
      <>
        <td>{values.dated}</td>
        <td className="name">{link(title)}</td>
        <td>{values.language ? languageName(values.language) : ''}</td>
        <td>{type}</td>
        <td className="number">{Math.ceil(size / 1024)}</td>
      </>
    ),
  },
  add: { title: 'Add a document', submit: 'Add and publish' },
  submit: 'Save and publish',
  fields: async (_, isNew) => documentFields(isNew),
  above: async ({ found: { id, row }, actions }) => (
    <>
      <p>
        <a href={`/api/v1/documents/${row.slug}`}>Download the file</a>, SHA-256 <code>{row.sha256}</code>
      </p>
      {actions && (
        <ConfirmLink act="remove-document" of={id}>
          Remove document
        </ConfirmLink>
      )}
      <h2>Details</h2>
    </>
  ),
}
