import { db } from '@/lib/db'
import { filterTexts } from '../admin/filter'
import { type AskedList, readListQuery } from '../admin/list-query'

/** A filter of the list with its order as one text, always the same for the same list: the query of its address. */
export function viewText({ filter, sort }: Pick<AskedList, 'filter' | 'sort'>): string {
  const parts = Object.entries(filterTexts(filter)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new URLSearchParams([...parts, ...(sort === 'newest' ? [] : [['sort', sort]])]).toString()
}

/** The list that such a text asks for; null if it cannot be read, or no longer. */
export function readViewText(text: string): AskedList | null {
  const asked = readListQuery(Object.fromEntries(new URLSearchParams(text)))
  return asked.ok ? asked : null
}

/**
 * Whether it can be saved: it asks for something, and nothing in it is a text that somebody typed. A link is then one
 * of a member; the number of a busy network is forgotten within days.
 */
export async function canSave({ filter, sort }: Pick<AskedList, 'filter' | 'sort'>): Promise<boolean> {
  if (filter.network !== undefined || viewText({ filter, sort }) === '') return false
  return filter.via === undefined || (await db().member.count({ where: { slug: filter.via } })) > 0
}
