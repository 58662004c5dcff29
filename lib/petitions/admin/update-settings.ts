import { db } from '@/lib/db'
import { isSlug } from '@/lib/input/slug'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { reservedSlugs } from '../reserved-slugs'
import { isGoal } from './settings'

export interface Settings {
  slug: string
  goal: number
}

export type SettingsResult =
  | { ok: true }
  | { ok: false; reason: 'changed' | 'slug_invalid' | 'slug_taken' | 'slug_fixed' | 'goal_invalid' }

/**
 * Changes goal and address. The address is part of what signers agree to (`textHash`): it is fixed from the first
 * published text on.
 * @param seen what the form showed
 */
export async function updateSettings(
  by: Staff,
  id: string,
  seen: Settings,
  facts: Settings,
  now: Date,
): Promise<SettingsResult> {
  authorise(by, 'petition.write')
  const { slug, goal } = facts
  if (!isGoal(goal)) return { ok: false, reason: 'goal_invalid' }
  if (!isSlug(slug)) return { ok: false, reason: 'slug_invalid' }
  if (reservedSlugs.includes(slug)) return { ok: false, reason: 'slug_taken' }
  try {
    return await db().$transaction((tx) => change(tx, by, id, seen, facts, now))
  } catch (error) {
    // Another petition has the address: the unique key says so.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return { ok: false, reason: 'slug_taken' }
    throw error
  }
}

async function change(
  tx: Prisma.TransactionClient,
  by: Staff,
  id: string,
  seen: Settings,
  { slug, goal }: Settings,
  now: Date,
): Promise<SettingsResult> {
  // Whoever publishes a text waits here, or is waited for.
  const [row] = await tx.$queryRaw<Settings[]>`
    SELECT slug, goal FROM petition WHERE id = ${id}::uuid AND removed_at IS NULL FOR UPDATE`
  if (row?.slug !== seen.slug || row.goal !== seen.goal) return { ok: false, reason: 'changed' }
  if (slug !== row.slug && (await tx.petitionText.count({ where: { petitionId: id } })) > 0)
    return { ok: false, reason: 'slug_fixed' }
  await tx.petition.update({ where: { id }, data: { slug, goal, updatedAt: now } })
  const detail = { slug: `${row.slug} → ${slug}`, goal: `${row.goal} → ${goal}` }
  await audit(tx, { by, verb: 'petition.facts', subject: `petition:${id}`, detail }, now)
  return { ok: true }
}
