import { z } from 'zod'
import { db } from '@/lib/db'
import { lineField, websiteField } from '@/lib/input/form-fields'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma, Source } from '@/prisma/generated/client'
import { isoDate } from '../partial-date'
import { changeRow, type SaveResult, type Values } from './change-row'
import { optionalPartialDateField, slugField } from './fields'

/** Where a statement on the site comes from, as the source calls itself. */
export const sourceForm = z.object({
  key: slugField,
  name: lineField(300),
  publisher: lineField(200),
  url: websiteField,
  published: optionalPartialDateField,
})

export type SourceForm = z.output<typeof sourceForm>

export function sourceValues({ key, name, publisher, url, publishedOn, publishedPrecision }: Source): Values {
  const published = publishedOn && publishedPrecision ? { on: publishedOn, precision: publishedPrecision } : null
  return { key, name, publisher, url: url ?? '', published: published ? isoDate(published) : '' }
}

/** Adds a source, for members, activities, letters and the statement to name. */
export async function addSource(by: Staff, form: SourceForm, now: Date): Promise<SaveResult> {
  authorise(by, 'coalition.write')
  return db().$transaction(async (tx): Promise<SaveResult> => {
    const { count } = await tx.source.createMany({ data: { key: form.key, ...dataOf(form) }, skipDuplicates: true })
    if (count === 0) return { ok: false, errors: { key: ['taken'] } }
    await audit(tx, { by, verb: 'source.add', subject: `source:${form.key}` }, now)
    return { ok: true, id: form.key }
  })
}

export function saveSource(by: Staff, key: string, seen: string, form: SourceForm, now: Date): Promise<SaveResult> {
  const write = async (tx: Prisma.TransactionClient) => {
    await tx.source.update({ where: { key }, data: dataOf(form) })
    return null
  }
  const values = async (tx: Prisma.TransactionClient) => {
    await tx.$queryRaw`SELECT 1 FROM source WHERE key = ${key} FOR UPDATE`
    const row = await tx.source.findUnique({ where: { key } })
    return row && sourceValues(row)
  }
  return changeRow(by, key, { verb: 'source.save', subject: `source:${key}`, seen, values, write }, now)
}

function dataOf({ name, publisher, url, published }: SourceForm) {
  return { name, publisher, url, publishedOn: published?.on ?? null, publishedPrecision: published?.precision ?? null }
}
