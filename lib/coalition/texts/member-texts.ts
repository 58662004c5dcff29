import { isId } from '@/lib/input/id'
import { memberSearch } from '../member-search'
import type { TextKind } from './text-kind'

/** A member's name in other languages, where it has one; names stay as their owners write them otherwise. */
export const memberTexts: TextKind = {
  fields: [
    { name: 'name', label: 'Name', rows: 1, longest: 200, optional: true },
    { name: 'affiliation', label: 'Affiliation', rows: 1, longest: 200, optional: true },
  ],
  async lock(tx, id) {
    if (!isId(id)) return null
    await tx.$queryRaw`SELECT 1 FROM member WHERE id = ${id}::uuid FOR UPDATE`
    return (await tx.member.findUnique({ where: { id }, select: { name: true } }))?.name ?? null
  },
  async read(tx, id, locale) {
    if (locale === 'en') return tx.member.findUnique({ where: { id }, select: { name: true, affiliation: true } })
    const where = { memberId_locale: { memberId: id, locale } }
    return tx.memberText.findUnique({ where, select: { name: true, affiliation: true } })
  },
  // English is the member's own row.
  fixed: async (_, __, locale) => locale === 'en',
  async write(tx, memberId, locale, { name = null, affiliation = null }) {
    const where = { memberId_locale: { memberId, locale } }
    const data = { name, affiliation }
    if (name === null && affiliation === null) await tx.memberText.deleteMany({ where: { memberId, locale } })
    else await tx.memberText.upsert({ where, create: { memberId, locale, ...data }, update: data })
    const member = await tx.member.findUniqueOrThrow({ where: { id: memberId }, include: { texts: true } })
    await tx.member.update({ where: { id: memberId }, data: { search: memberSearch(member, member.texts) } })
  },
}
