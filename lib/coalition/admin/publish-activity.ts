import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

export type PublishResult = { ok: true } | { ok: false; reason: 'changed' | 'no_text' }

/** Shows an activity to everybody. It needs words in English and a source. */
export async function publishActivity(by: Staff, id: string, now: Date): Promise<PublishResult> {
  authorise(by, 'coalition.write')
  return db().$transaction(async (tx): Promise<PublishResult> => {
    const { count } = await tx.activity.updateMany({
      where: {
        id: isId(id) ? id : { in: [] },
        publishedAt: null,
        texts: { some: { locale: 'en' } },
        sources: { some: {} },
      },
      data: { publishedAt: now },
    })
    if (count === 0) {
      const waits = isId(id) && (await tx.activity.count({ where: { id, publishedAt: null } }))
      return { ok: false, reason: waits ? 'no_text' : 'changed' }
    }
    await audit(tx, { by, verb: 'activity.publish', subject: `activity:${id}` }, now)
    return { ok: true }
  })
}

/** Takes it off the site; nothing of it is lost. */
export async function withdrawActivity(by: Staff, id: string, now: Date): Promise<PublishResult> {
  authorise(by, 'coalition.write')
  return db().$transaction(async (tx): Promise<PublishResult> => {
    const { count } = await tx.activity.updateMany({
      where: { id: isId(id) ? id : { in: [] }, publishedAt: { not: null } },
      data: { publishedAt: null },
    })
    if (count === 0) return { ok: false, reason: 'changed' }
    await audit(tx, { by, verb: 'activity.withdraw', subject: `activity:${id}` }, now)
    return { ok: true }
  })
}
