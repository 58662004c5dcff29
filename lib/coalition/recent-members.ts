import { LRUCache } from 'lru-cache'
import { locales } from '@/messages/translator'
import { listMembers } from './list-members'
import type { MemberView } from './member-view'

/** In ms: as long as public pages are kept. */
const RECENT = 3_000

const recent = new LRUCache<string, MemberView[]>({ max: locales.length, ttl: RECENT, fetchMethod: listMembers })

/** All members as they were at most three seconds ago: however many look for some of them, they are read once. */
export async function recentMembers(locale: string): Promise<MemberView[]> {
  return (await recent.fetch(locale)) ?? []
}
