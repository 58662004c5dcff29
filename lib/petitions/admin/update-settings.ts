import { isSlug } from '@/lib/input/slug'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { lockRow } from '@/lib/transaction'
import { Prisma } from '@/prisma/generated/client'
import { reservedSlugs } from '../reserved-slugs'

export interface Settings {
  slug: string
  goal: number
}

export type SettingsResult =
  | { ok: true }
  | { ok: false; reason: 'changed' | 'slug_invalid' | 'slug_taken' | 'slug_fixed' | 'goal_invalid' }

/** Whether a number can be a petition's goal. */
export function isGoal(goal: number): boolean {
  return Number.isInteger(goal) && goal > 0 && goal <= 100_000_000
}

/**
 * Changes goal and slug. The slug is part of what signers sign (`textHash`): it is fixed once a text has been
 * published.
 * @param seen what the form showed
 */
export async function updateSettings(
  by: Staff,
  id: string,
  expected: Settings,
  { slug, goal }: Settings,
  now: Date,
): Promise<SettingsResult> {
  const writing = staffWrite<SettingsResult>(by, 'petition.write', now, async ({ tx, log }) => {
    if (!isGoal(goal)) return { ok: false, reason: 'goal_invalid' }
    if (!isSlug(slug)) return { ok: false, reason: 'slug_invalid' }
    if (reservedSlugs.includes(slug)) return { ok: false, reason: 'slug_taken' }
    // Waits for a publication in progress.
    await lockRow(tx, 'petition', id)
    const row = await tx.petition.findUnique({ where: { id, removedAt: null } })
    if (row?.slug !== expected.slug || row.goal !== expected.goal) return { ok: false, reason: 'changed' }
    if (slug !== row.slug && (await tx.petitionText.count({ where: { petitionId: id } })) > 0)
      return { ok: false, reason: 'slug_fixed' }
    await tx.petition.update({ where: { id }, data: { slug, goal, updatedAt: now } })
    log('petition.facts', `petition:${id}`, { slug: `${row.slug} → ${slug}`, goal: `${row.goal} → ${goal}` })
    return { ok: true }
  })
  return writing.catch((error: unknown) => {
    // The unique key: another petition has the slug.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return { ok: false, reason: 'slug_taken' }
    throw error
  })
}
