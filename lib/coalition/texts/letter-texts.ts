import { isId } from '@/lib/input/id'
import type { Prisma } from '@/prisma/generated/client'
import type { TextKind } from './text-kind'

/** Words of a letter. While it is a draft they change in place; afterwards a change is a new version. */
export const letterTexts: TextKind = {
  fields: [
    { name: 'title', label: 'Title', rows: 1, longest: 200 },
    { name: 'addressee', label: 'To whom', rows: 1, longest: 300 },
    { name: 'summary', label: 'In short', rows: 3, longest: 600 },
    { name: 'body', label: 'Letter (Markdown)', rows: 16, longest: 20_000 },
    { name: 'signersNote', label: 'About its co-signers', rows: 3, longest: 1_000, optional: true },
  ],
  async lock(tx, id) {
    if (!isId(id)) return null
    await tx.$queryRaw`SELECT 1 FROM letter WHERE id = ${id}::uuid FOR UPDATE`
    return (await tx.letter.findUnique({ where: { id }, select: { slug: true } }))?.slug ?? null
  },
  isPublic: async (tx, id) => (await tx.letter.count({ where: { id, status: { not: 'draft' } } })) > 0,
  async read(tx, id, locale) {
    const text = await newest(tx, id, locale)
    if (!text) return null
    const { title, addressee, summary, body, signersNote } = text
    return { title, addressee, summary, body, signersNote }
  },
  async write(tx, letterId, locale, { title, addressee, summary, body, signersNote = null }, now) {
    const words = {
      title: title ?? '',
      addressee: addressee ?? '',
      summary: summary ?? '',
      body: body ?? '',
      signersNote,
      publishedAt: now,
    }
    const { status } = await tx.letter.findUniqueOrThrow({ where: { id: letterId }, select: { status: true } })
    const before = await newest(tx, letterId, locale)
    const version = status === 'draft' ? (before?.version ?? 1) : (before?.version ?? 0) + 1
    const where = { letterId_locale_version: { letterId, locale, version } }
    await tx.letterText.upsert({ where, create: { letterId, locale, version, ...words }, update: words })
    await tx.letter.update({ where: { id: letterId }, data: { updatedAt: now } })
  },
}

function newest(tx: Prisma.TransactionClient, letterId: string, locale: string) {
  return tx.letterText.findFirst({ where: { letterId, locale }, orderBy: { version: 'desc' } })
}
