import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { tickedField } from '@/lib/input/form-fields'
import { isId } from '@/lib/input/id'
import { lockRow } from '@/lib/transaction'
import { sourceLocale } from '@/messages/translator'
import type { Prisma } from '@/prisma/generated/client'
import { textIn } from '../text-in'
import type { Entity, TextOwner } from './entity'
import {
  dayValue,
  documentIds,
  keysField,
  optionalDayField,
  optionalKeyField,
  partialDateField,
  partialDateValue,
  setDocuments,
  setSources,
  slugField,
  sourceKeys,
} from './fields'

const optionalIdField = z
  .union([z.literal('').transform((): null => null), z.string().refine(isId, 'unknown')])
  .default(null)

const schema = z
  .object({
    slug: slugField,
    happened: partialDateField,
    ended: optionalDayField,
    byCoalition: z.union([tickedField.transform(() => true), z.literal('').transform(() => false)]).default(false),
    answers: optionalKeyField,
    petition: optionalKeyField,
    letter: optionalIdField,
    member: optionalIdField,
    sources: keysField,
    documents: keysField,
  })
  .refine(({ happened, ended }) => !ended || ended >= happened.on, { path: ['ended'], message: 'before' })

type Form = z.output<typeof schema>

const include = { sources: true, documents: { select: { id: true } }, texts: true } as const
export type ActivityRow = Prisma.ActivityGetPayload<{ include: typeof include }>

/** An event, held by the coalition or in answer to its statement. */
export const activity: Entity<Form, ActivityRow> & TextOwner = {
  name: 'activity',
  schema,
  keyField: 'slug',
  isId,
  newId: () => randomUUID(),
  idOf: ({ id }) => id,
  titleOf: ({ slug, texts }) => texts.find(({ locale }) => locale === 'en')?.title ?? slug,
  async lock(tx, id) {
    if (!(await lockRow(tx, 'activity', id))) return null
    const { slug, texts } = await tx.activity.findUniqueOrThrow({ where: { id }, select: { slug: true, texts: true } })
    return textIn(texts, sourceLocale)?.title ?? slug
  },
  find: (tx, id) => tx.activity.findUnique({ where: { id }, include }),
  list: (tx) => tx.activity.findMany({ include, orderBy: [{ eventOn: 'desc' }, { slug: 'asc' }] }),
  valuesOf: ({ slug, eventOn, eventPrecision, eventEndOn, byCoalition, answers, petitionSlug, ...row }) => ({
    slug,
    happened: partialDateValue(eventOn, eventPrecision),
    ended: dayValue(eventEndOn),
    byCoalition: byCoalition ? 'on' : '',
    answers: answers ?? '',
    petition: petitionSlug ?? '',
    letter: row.letterId ?? '',
    member: row.memberId ?? '',
    sources: sourceKeys(row.sources),
    documents: documentIds(row.documents),
  }),
  describeNew: ({ slug }) => ({ slug }),
  async insert(tx, id, form) {
    const data = { id, slug: form.slug, ...dataOf(form) }
    const { count } = await tx.activity.createMany({ data, skipDuplicates: true })
    if (count === 0) return false
    await tx.activity.update({ where: { id }, data: relationsOf(form) })
    return true
  },
  async update(tx, id, form) {
    // The public page promises that each entry names its source.
    if (form.sources.length === 0 && (await tx.activity.count({ where: { id, publishedAt: { not: null } } })))
      return { sources: ['missing'] }
    await tx.activity.update({ where: { id }, data: { ...dataOf(form), ...relationsOf(form) } })
    return null
  },
  texts: {
    fields: [
      { name: 'title', label: 'Title', rows: 1, longest: 200 },
      { name: 'place', label: 'Place', rows: 1, longest: 200, optional: true },
      { name: 'body', label: 'What happened (Markdown)', rows: 8, longest: 10_000 },
      { name: 'doubt', label: 'Where the sources disagree', rows: 3, longest: 2_000, optional: true },
    ],
    read: (tx, activityId, locale) =>
      tx.activityText.findUnique({
        where: { activityId_locale: { activityId, locale } },
        select: { title: true, place: true, body: true, doubt: true },
      }),
    async write(tx, activityId, locale, { title, place = null, body, doubt = null }, now) {
      const where = { activityId_locale: { activityId, locale } }
      const data = { title: title ?? '', place, body: body ?? '', doubt }
      await tx.activityText.upsert({ where, create: { activityId, locale, ...data }, update: data })
      await tx.activity.update({ where: { id: activityId }, data: { updatedAt: now } })
    },
  },
}

function relationsOf({ sources, documents }: Form) {
  return { sources: setSources(sources), documents: setDocuments(documents) }
}

function dataOf({ happened, ended, byCoalition, answers, petition, letter, member }: Form) {
  return {
    eventOn: happened.on,
    eventPrecision: happened.precision,
    eventEndOn: ended,
    byCoalition,
    answers,
    petitionSlug: petition,
    letterId: letter,
    memberId: member,
  }
}
