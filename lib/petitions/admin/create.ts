import { randomUUID } from 'node:crypto'
import { isSlug } from '@/lib/input/slug'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { reservedSlugs } from '../reserved-slugs'
import { isGoal } from './update-settings'

export type CreateResult =
  | { ok: true; id: string }
  | { ok: false; reason: 'slug_invalid' | 'slug_taken' | 'goal_invalid' }

/** Creates a petition: a draft that only staff see. */
export function create(by: Staff, { slug, goal }: { slug: string; goal: number }, now: Date): Promise<CreateResult> {
  return staffWrite<CreateResult>(by, 'petition.write', now, async ({ tx, log }) => {
    if (!isSlug(slug)) return { ok: false, reason: 'slug_invalid' }
    if (reservedSlugs.includes(slug)) return { ok: false, reason: 'slug_taken' }
    if (!isGoal(goal)) return { ok: false, reason: 'goal_invalid' }
    const id = randomUUID()
    const data = { id, slug, goal, createdAt: now, updatedAt: now }
    // If two are created with one slug at once, the unique key lets one through.
    const { count } = await tx.petition.createMany({ data, skipDuplicates: true })
    if (count === 0) return { ok: false, reason: 'slug_taken' }
    log('petition.create', `petition:${id}`, { slug, goal })
    return { ok: true, id }
  })
}
