import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { reservedSlugs } from '../reserved-slugs'
import { isGoal } from './settings'

export type CreateResult =
  | { ok: true; id: string }
  | { ok: false; reason: 'slug_invalid' | 'slug_taken' | 'goal_invalid' }

/** A new petition: a draft that only staff see. */
export function create(by: Staff, { slug, goal }: { slug: string; goal: number }, now: Date): Promise<CreateResult> {
  authorise(by, 'petition.write')
  return db().$transaction(async (tx) => {
    if (!isSlug(slug)) return { ok: false, reason: 'slug_invalid' }
    if (reservedSlugs.includes(slug)) return { ok: false, reason: 'slug_taken' }
    if (!isGoal(goal)) return { ok: false, reason: 'goal_invalid' }
    const id = randomUUID()
    const data = { id, slug, goal, createdAt: now, updatedAt: now }
    // Two with one address at once: the unique key lets one through.
    const { count } = await tx.petition.createMany({ data, skipDuplicates: true })
    if (count === 0) return { ok: false, reason: 'slug_taken' }
    await audit(tx, { by, verb: 'petition.create', subject: `petition:${id}`, detail: { slug, goal } }, now)
    return { ok: true, id }
  })
}
