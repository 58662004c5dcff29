import { z } from 'zod'
import { lineField, websiteField } from '@/lib/input/form-fields'
import { isSlug } from '@/lib/input/slug'
import { lockRow } from '@/lib/transaction'
import type { Source } from '@/prisma/generated/client'
import type { Entity } from './entity'
import {
  languageFormat,
  optionalFormat,
  optionalLineField,
  optionalPartialDateField,
  partialDateValue,
  slugField,
  textValues,
} from './fields'

/** Such as `A/HRC/25/63` or `S/RES/1718 (2006)`, or nothing. Issue: `invalid`. */
const symbolField = optionalFormat(/^[A-Z]+(\/[A-Za-z0-9.() _-]+)+$/)

/** 64 hexadecimal digits, or nothing. Issue: `invalid`. */
const sha256Field = optionalFormat(/^[0-9a-f]{64}$/)

const schema = z.object({
  key: slugField,
  name: lineField(300),
  publisher: lineField(200),
  author: optionalLineField(200),
  url: websiteField,
  symbol: symbolField,
  language: optionalFormat(languageFormat),
  published: optionalPartialDateField,
  readSha256: sha256Field,
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
  valuesOf: ({ publishedOn, publishedPrecision, ...row }) => ({
    ...textValues(row),
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

function dataOf({ key: _, published, ...rest }: Form) {
  return { ...rest, publishedOn: published?.on ?? null, publishedPrecision: published?.precision ?? null }
}
