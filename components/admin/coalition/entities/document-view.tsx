import { document } from '@/lib/coalition/entities/document'
import type { Document } from '@/prisma/generated/client'
import { ConfirmLink } from '../../confirm/confirm-link'
import { languageName } from '../../display-names'
import { t } from '../../words'
import { documentFields } from '../document-fields'
import type { EntityView } from './entity-view'

export const documentView = (): EntityView<Document> => ({
  entity: document,
  plural: t('common.documents'),
  singular: t('coalition.document'),
  list: {
    intro: t('coalition.theCoalitionsOwnDocuments'),
    empty: t('coalition.noDocumentsYet'),
    heads: [
      t('coalition.date'),
      t('common.title'),
      t('common.language'),
      t('common.type'),
      { number: t('coalition.kb') },
    ],
    cells: ({ title, values, row: { type, size } }, link) => (
      <>
        <td className="date">{values.dated}</td>
        <td className="name">{link(title)}</td>
        <td>{values.language ? languageName(values.language) : ''}</td>
        <td>{type}</td>
        <td className="number">{Math.ceil(size / 1024)}</td>
      </>
    ),
  },
  add: { title: t('coalition.addADocument'), submit: t('coalition.addAndPublish') },
  submit: t('coalition.saveAndPublish'),
  fields: async (_, isNew) => documentFields(isNew),
  above: async ({ found: { id, row }, actions }) => (
    <>
      <p>
        {t.rich('coalition.downloadTheFileSha', {
          link: (inner) => <a href={`/api/v1/documents/${row.slug}`}>{inner}</a>,
          code: (inner) => <code>{inner}</code>,
          sha256: row.sha256,
        })}
      </p>
      {actions && (
        <ConfirmLink act="remove-document" of={id}>
          {t('coalition.removeDocument')}
        </ConfirmLink>
      )}
      <h2>{t('common.details')}</h2>
    </>
  ),
})
