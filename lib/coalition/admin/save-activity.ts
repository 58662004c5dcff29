import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'
import { type ActivityForm, activityValues } from './activity-form'
import { changeRow, type SaveResult } from './change-row'

/** Adds an activity, not published yet. Its address is for good. */
export async function addActivity(by: Staff, form: ActivityForm, now: Date): Promise<SaveResult> {
  authorise(by, 'coalition.write')
  const id = randomUUID()
  return db().$transaction(async (tx): Promise<SaveResult> => {
    const { count } = await tx.activity.createMany({
      data: { id, slug: form.slug, ...dataOf(form) },
      skipDuplicates: true,
    })
    if (count === 0) return { ok: false, errors: { slug: ['taken'] } }
    await tx.activity.update({ where: { id }, data: { sources: { set: form.sources.map((key) => ({ key })) } } })
    await audit(tx, { by, verb: 'activity.add', subject: `activity:${id}`, detail: { slug: form.slug } }, now)
    return { ok: true, id }
  })
}

export function saveActivity(by: Staff, id: string, seen: string, form: ActivityForm, now: Date): Promise<SaveResult> {
  const write = async (tx: Prisma.TransactionClient) => {
    // The page says that each entry names its source.
    if (form.sources.length === 0 && (await tx.activity.count({ where: { id, publishedAt: { not: null } } })))
      return { sources: ['missing'] }
    const sources = { set: form.sources.map((key) => ({ key })) }
    await tx.activity.update({ where: { id }, data: { ...dataOf(form), sources } })
    return null
  }
  const values = activityValuesOf(id)
  return changeRow(by, id, { verb: 'activity.save', subject: `activity:${id}`, seen, values, write }, now)
}

function dataOf({ happened, ended, byCoalition, answers, petition, letter }: ActivityForm) {
  return {
    eventOn: happened.on,
    eventPrecision: happened.precision,
    eventEndOn: ended,
    byCoalition,
    answers,
    petitionSlug: petition,
    letterId: letter,
  }
}

function activityValuesOf(id: string) {
  return async (tx: Prisma.TransactionClient) => {
    if (!isId(id)) return null
    await tx.$queryRaw`SELECT 1 FROM activity WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.activity.findUnique({ where: { id }, include: { sources: true } })
    return row && activityValues(row)
  }
}
