import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { isId } from '@/lib/input/id'
import { lockRow } from '@/lib/transaction'
import { sourceLocale } from '@/messages/translator'
import type { LetterText, Prisma } from '@/prisma/generated/client'
import { textIn } from '../text-in'
import type { Entity, Text, TextOwner } from './entity'
import {
  documentIds,
  keysField,
  optionalKeyField,
  partialDateField,
  partialDateValue,
  setDocuments,
  setSources,
  slugField,
  sourceKeys,
} from './fields'

const schema = z.object({
  slug: slugField,
  dated: partialDateField,
  petition: optionalKeyField,
  sources: keysField,
  documents: keysField,
})

type Form = z.output<typeof schema>

const include = {
  sources: true,
  documents: { select: { id: true } },
  texts: { orderBy: { version: 'desc' } },
  // A co-signature that a stranger asked for is nobody's until it is signed.
  coSignatures: {
    where: { NOT: { domain: { not: null }, state: 'invited' } },
    omit: { sealed: true },
    orderBy: [{ state: 'asc' }, { search: 'asc' }],
  },
} as const satisfies Prisma.LetterInclude
export type LetterRow = Prisma.LetterGetPayload<{ include: typeof include }>

/** A joint letter. It begins as a draft; opening and closing it need approval (lib/coalition/admin/letter-steps.ts). */
export const letter: Entity<Form, LetterRow> & TextOwner = {
  name: 'letter',
  schema,
  keyField: 'slug',
  isId,
  newId: () => randomUUID(),
  idOf: ({ id }) => id,
  titleOf: ({ slug, texts }) => texts.find(({ locale }) => locale === 'en')?.title ?? slug,
  async lock(tx, id) {
    if (!(await lockRow(tx, 'letter', id))) return null
    const { slug, texts } = await tx.letter.findUniqueOrThrow({ where: { id }, select: { slug: true, texts: true } })
    return textIn(texts, sourceLocale)?.title ?? slug
  },
  find: (tx, id) => tx.letter.findUnique({ where: { id }, include }),
  // Drafts first, then the newest.
  list: (tx) => tx.letter.findMany({ include, orderBy: [{ status: 'asc' }, { datedOn: 'desc' }, { slug: 'asc' }] }),
  valuesOf: ({ slug, datedOn, datedPrecision, petitionSlug, sources, documents }) => ({
    slug,
    dated: partialDateValue(datedOn, datedPrecision),
    petition: petitionSlug ?? '',
    sources: sourceKeys(sources),
    documents: documentIds(documents),
  }),
  describeNew: ({ slug }) => ({ slug }),
  async insert(tx, id, { slug, dated, petition, sources, documents }) {
    const data = { id, slug, datedOn: dated.on, datedPrecision: dated.precision, petitionSlug: petition }
    const { count } = await tx.letter.createMany({ data, skipDuplicates: true })
    if (count === 0) return false
    await tx.letter.update({
      where: { id },
      data: { sources: setSources(sources), documents: setDocuments(documents) },
    })
    return true
  },
  async update(tx, id, { dated, petition, sources, documents }) {
    const data = { datedOn: dated.on, datedPrecision: dated.precision, petitionSlug: petition }
    const relations = { sources: setSources(sources), documents: setDocuments(documents) }
    await tx.letter.update({ where: { id }, data: { ...data, ...relations } })
    return null
  },
  // A draft's texts change in place; afterwards a change is a new version.
  texts: {
    fields: [
      { name: 'title', label: 'Title', rows: 1, longest: 200 },
      { name: 'addressee', label: 'To whom', rows: 1, longest: 300 },
      { name: 'summary', label: 'In short', rows: 3, longest: 600 },
      { name: 'body', label: 'Letter (Markdown)', rows: 16, longest: 20_000 },
      { name: 'signersNote', label: 'About its co-signers', rows: 3, longest: 1_000, optional: true },
      { name: 'callNote', label: 'Beside the petition', rows: 3, longest: 600, optional: true },
    ],
    isPublic: async (tx, id) => (await tx.letter.count({ where: { id, status: { not: 'draft' } } })) > 0,
    async read(tx, id, locale) {
      const text = await newest(tx, id, locale)
      return text && wordsOf(text)
    },
    async versions(tx, letterId, locale) {
      const rows = await tx.letterText.findMany({ where: { letterId, locale }, orderBy: { version: 'desc' } })
      return rows.map((row) => ({ version: row.version, publishedAt: row.publishedAt, text: wordsOf(row) }))
    },
    async write(tx, letterId, locale, { title, addressee, summary, body, signersNote = null, callNote = null }, now) {
      const text = {
        title: title ?? '',
        addressee: addressee ?? '',
        summary: summary ?? '',
        body: body ?? '',
        signersNote,
        callNote,
        publishedAt: now,
      }
      const { status } = await tx.letter.findUniqueOrThrow({ where: { id: letterId }, select: { status: true } })
      const before = await newest(tx, letterId, locale)
      const version = status === 'draft' ? (before?.version ?? 1) : (before?.version ?? 0) + 1
      const where = { letterId_locale_version: { letterId, locale, version } }
      await tx.letterText.upsert({ where, create: { letterId, locale, version, ...text }, update: text })
      await tx.letter.update({ where: { id: letterId }, data: { updatedAt: now } })
    },
  },
}

function wordsOf({ title, addressee, summary, body, signersNote, callNote }: LetterText): Text {
  return { title, addressee, summary, body, signersNote, callNote }
}

function newest(tx: Prisma.TransactionClient, letterId: string, locale: string) {
  return tx.letterText.findFirst({ where: { letterId, locale }, orderBy: { version: 'desc' } })
}
