import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { NextAct } from '@/prisma/generated/enums'

export type NextActResult = { ok: true } | { ok: false; reason: 'changed' | 'next_act_invalid' }

/** The acts that a petition can ask of a person who has just signed, in the order of the form. */
export const nextActs = Object.values(NextAct)

/**
 * Chooses what the page after confirming asks for.
 * @param expected what the form showed
 */
export function chooseNextAct(
  by: Staff,
  id: string,
  { expected, wanted }: { expected: string; wanted: string },
  now: Date,
): Promise<NextActResult> {
  return staffWrite<NextActResult>(by, 'petition.write', now, async ({ tx, log }) => {
    const [before, act] = [expected, wanted].map((text) => nextActs.find((one) => one === text))
    if (!before || !act) return { ok: false, reason: 'next_act_invalid' }
    const where = { id, removedAt: null, nextAct: before }
    const { count } = await tx.petition.updateMany({ where, data: { nextAct: act, updatedAt: now } })
    if (count === 0) return { ok: false, reason: 'changed' }
    log('petition.facts', `petition:${id}`, { nextAct: `${before} → ${act}` })
    return { ok: true }
  })
}
