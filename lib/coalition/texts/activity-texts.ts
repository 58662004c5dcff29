import { isId } from '@/lib/input/id'
import type { TextKind } from './text-kind'

export const activityTexts: TextKind = {
  fields: [
    { name: 'title', label: 'Title', rows: 1, longest: 200 },
    { name: 'place', label: 'Place', rows: 1, longest: 200, optional: true },
    { name: 'body', label: 'What happened (Markdown)', rows: 8, longest: 10_000 },
    { name: 'doubt', label: 'Where the sources disagree', rows: 3, longest: 2_000, optional: true },
  ],
  async lock(tx, id) {
    if (!isId(id)) return null
    await tx.$queryRaw`SELECT 1 FROM activity WHERE id = ${id}::uuid FOR UPDATE`
    return (await tx.activity.findUnique({ where: { id }, select: { slug: true } }))?.slug ?? null
  },
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
}
