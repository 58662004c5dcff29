import { z } from 'zod'
import { lineField, websiteField } from '@/lib/input/form-fields'
import { isSlug } from '@/lib/input/slug'
import { lockRow } from '@/lib/transaction'
import type { Source } from '@/prisma/generated/client'
import type { Entity } from './entity'
import { optionalPartialDateField, partialDateValue, slugField } from './fields'

const schema = z.object({
  key: slugField,
  name: lineField(300),
  publisher: lineField(200),
  url: websiteField,
  published: optionalPartialDateField,
})

type Form = z.output<typeof schema>

/** A source, as it calls itself. Entered once and named by many entities. */
export const source: Entity<Form, Source> = {
  name: 'source',
  schema,
  keyField: 'key',
  isId: isSlug,
  newId: ({ key }) => key,
  idOf: ({ key }) => key,
  titleOf: ({ name }) => name,
  lock: async (tx, key) => ((await lockRow(tx, 'source', key)) ? key : null),
  find: (tx, key) => tx.source.findUnique({ where: { key } }),
  list: (tx) => tx.source.findMany({ orderBy: { key: 'asc' } }),
  valuesOf: ({ key, name, publisher, url, publishedOn, publishedPrecision }) => ({
    key,
    name,
    publisher,
    url: url ?? '',
    published: partialDateValue(publishedOn, publishedPrecision),
  }),
  async insert(tx, key, form) {
    const { count } = await tx.source.createMany({ data: { key, ...dataOf(form) }, skipDuplicates: true })
    return count > 0
  },
  async update(tx, key, form) {
    await tx.source.update({ where: { key }, data: dataOf(form) })
    return null
  },
}

function dataOf({ name, publisher, url, published }: Form) {
  return { name, publisher, url, publishedOn: published?.on ?? null, publishedPrecision: published?.precision ?? null }
}
