import { z } from 'zod'
import { lineField } from '@/lib/input/form-fields'
import { isId } from '@/lib/input/id'
import { lockRow } from '@/lib/transaction'
import type { Document } from '@/prisma/generated/client'
import type { Entity } from './entity'
import { languageFormat, partialDateField, partialDateValue, slugField } from './fields'

const schema = z.object({
  slug: slugField,
  title: lineField(300),
  language: z
    .string()
    .default('')
    .refine((code) => languageFormat.test(code), 'invalid'),
  dated: partialDateField,
})

export type DocumentForm = z.output<typeof schema>

/** A document of the coalition's own. It is added with its file (lib/coalition/documents/add-document.ts). */
export const document: Entity<DocumentForm, Document> = {
  name: 'document',
  schema,
  keyField: 'slug',
  isId,
  newId: ({ slug }) => slug,
  idOf: ({ id }) => id,
  titleOf: ({ title }) => title,
  lock: async (tx, id) =>
    (await lockRow(tx, 'document', id)) ? (await tx.document.findUniqueOrThrow({ where: { id } })).title : null,
  find: (tx, id) => tx.document.findUnique({ where: { id } }),
  list: (tx) => tx.document.findMany({ orderBy: [{ datedOn: 'desc' }, { slug: 'asc' }] }),
  valuesOf: ({ slug, title, language, datedOn, datedPrecision }) => ({
    slug,
    title,
    language,
    dated: partialDateValue(datedOn, datedPrecision),
  }),
  // No form without a file adds one.
  insert: async () => false,
  async update(tx, id, { title, language, dated }) {
    const data = { title, language, datedOn: dated.on, datedPrecision: dated.precision }
    await tx.document.update({ where: { id }, data })
    return null
  },
}
