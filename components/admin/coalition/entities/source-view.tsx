import { source } from '@/lib/coalition/entities/source'
import type { Source } from '@/prisma/generated/client'
import type { FieldSpec } from '../../form/field-spec'
import { t } from '../../words'
import { languageField } from './common-fields'
import type { EntityView } from './entity-view'

const key = (): FieldSpec => ({
  name: 'key',
  label: t('coalition.key'),
  hint: t('coalition.aShortPermanentName'),
  longest: 80,
  required: true,
})

export const sourceView = (): EntityView<Source> => ({
  entity: source,
  plural: t('common.sources'),
  singular: t('common.source'),
  list: {
    intro: t('coalition.sourcesForMembersActivities'),
    empty: t('coalition.noSourcesYet'),
    heads: [t('common.title'), t('coalition.publisher'), t('coalition.sourcePublished')],
    cells: ({ values }, link) => (
      <>
        <td className="name">{link(values.name ?? '')}</td>
        <td className="name">
          <bdi>{values.publisher}</bdi>
        </td>
        <td className="date">{values.published || '–'}</td>
      </>
    ),
  },
  add: { title: t('coalition.addASource'), submit: t('coalition.add') },
  submit: t('coalition.saveAndPublish'),
  fields: async (_, isNew) => [
    ...(isNew ? [key()] : []),
    { name: 'name', label: t('common.title'), hint: t('coalition.theSourcesOwnTitle'), longest: 300, required: true },
    { name: 'publisher', label: t('coalition.publisher'), longest: 200, required: true },
    { name: 'author', label: t('coalition.author'), hint: t('coalition.ifTheSourceNames'), longest: 200 },
    { name: 'url', label: t('coalition.addressOnTheWeb'), hint: t('coalition.openItOnceBefore'), longest: 300 },
    { name: 'symbol', label: t('coalition.unDocumentSymbol'), hint: t('coalition.forExampleAHrc'), longest: 100 },
    languageField(t('coalition.languageNotKnown'), false),
    { name: 'published', label: t('coalition.sourcePublished'), hint: t('coalition.aDayMonthOrYear2014') },
    {
      name: 'readSha256',
      label: t('coalition.sha256OfThe'),
      hint: t('coalition.ifYouKeepA'),
      longest: 64,
    },
  ],
})
