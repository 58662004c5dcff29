import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { sourceLocale } from '@/messages/translator'
import { byName } from '../list-members'

/** Members to choose from in a form, in the order of their list: no more of each than that needs. */
export async function listMemberChoices(
  by: Staff,
): Promise<{ id: string; slug: string; name: string; left: boolean }[]> {
  authorise(by, 'coalition.read')
  const rows = await db().member.findMany({ select: { id: true, slug: true, name: true, kind: true, leftOn: true } })
  const order = byName('en')
  return rows
    .map(({ leftOn, ...row }) => ({ ...row, left: leftOn !== null }))
    .sort((a, b) => Number(a.left) - Number(b.left) || order(a, b))
}

/** Letters to choose from in a form, drafts first, then the newest, without their texts. */
export async function listLetterChoices(by: Staff): Promise<{ id: string; title: string }[]> {
  authorise(by, 'coalition.read')
  const text = {
    where: { locale: sourceLocale },
    select: { title: true },
    orderBy: { version: 'desc' },
    take: 1,
  } as const
  const rows = await db().letter.findMany({
    select: { id: true, slug: true, texts: text },
    orderBy: [{ status: 'asc' }, { datedOn: 'desc' }, { slug: 'asc' }],
  })
  return rows.map(({ id, slug, texts }) => ({ id, title: texts[0]?.title ?? slug }))
}
