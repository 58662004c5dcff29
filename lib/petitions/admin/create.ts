import { randomUUID } from 'node:crypto'
import { isSlug } from '@/lib/input/slug'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import type { NextAct } from '@/prisma/generated/enums'
import { reservedSlugs } from '../reserved-slugs'
import { formDay } from './change-days'
import type { FirstDraft } from './copied-drafts'
import { isGoal } from './update-settings'

export type CreateResult =
  | { ok: true; id: string }
  | { ok: false; reason: 'slug_invalid' | 'slug_taken' | 'goal_invalid' }

interface Beginning {
  slug: string
  goal: number
  nextAct?: NextAct
  closesOn?: Date | null
  drafts?: FirstDraft[]
  /** Slug of the petition that it is a copy of. */
  copyOf?: string | undefined
}

/** Creates a petition with what it begins with: a draft that only staff see. */
export function create(by: Staff, beginning: Beginning, now: Date): Promise<CreateResult> {
  const { slug, goal, nextAct, closesOn = null, drafts = [], copyOf } = beginning
  return staffWrite<CreateResult>(by, 'petition.write', now, async ({ tx, log }) => {
    if (!isSlug(slug)) return { ok: false, reason: 'slug_invalid' }
    if (reservedSlugs.includes(slug)) return { ok: false, reason: 'slug_taken' }
    if (!isGoal(goal)) return { ok: false, reason: 'goal_invalid' }
    const id = randomUUID()
    const data = { id, slug, goal, closesOn, ...(nextAct && { nextAct }), createdAt: now, updatedAt: now }
    // If two are created with one slug at once, the unique key lets one through.
    const { count } = await tx.petition.createMany({ data, skipDuplicates: true })
    if (count === 0) return { ok: false, reason: 'slug_taken' }
    const subject = `petition:${id}`
    log('petition.create', subject, { slug, goal, ...(copyOf && { 'copy of': copyOf }) })
    if (closesOn) log('petition.plan', subject, { closes: ` → ${formDay(closesOn)}` })
    const edited = { petitionId: id, editedBy: by.id, editedAt: now }
    const rows = drafts.map(({ words, ...draft }) => ({ ...edited, ...draft, ...words }))
    await tx.petitionDraft.createMany({ data: rows })
    for (const { locale, revision } of drafts) log('petition.draft', subject, { locale, revision })
    return { ok: true, id }
  })
}
