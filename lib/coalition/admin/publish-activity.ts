import { isId } from '@/lib/input/id'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'

export type PublishResult = { ok: true } | { ok: false; reason: 'changed' | 'no_text' }

/** Publishes an activity. It needs a text in English and a source. */
export function publishActivity(by: Staff, id: string, now: Date): Promise<PublishResult> {
  return staffWrite<PublishResult>(by, 'coalition.write', now, async ({ tx, log }) => {
    if (!isId(id)) return { ok: false, reason: 'changed' }
    const { count } = await tx.activity.updateMany({
      where: {
        id,
        publishedAt: null,
        texts: { some: { locale: 'en' } },
        sources: { some: {} },
      },
      data: { publishedAt: now },
    })
    if (count === 0) {
      const waits = await tx.activity.count({ where: { id, publishedAt: null } })
      return { ok: false, reason: waits ? 'no_text' : 'changed' }
    }
    log('activity.publish', `activity:${id}`)
    return { ok: true }
  })
}

/** Withdraws an activity from the site and keeps it. */
export function withdrawActivity(by: Staff, id: string, now: Date): Promise<PublishResult> {
  return staffWrite<PublishResult>(by, 'coalition.write', now, async ({ tx, log }) => {
    if (!isId(id)) return { ok: false, reason: 'changed' }
    const { count } = await tx.activity.updateMany({
      where: { id, publishedAt: { not: null } },
      data: { publishedAt: null },
    })
    if (count === 0) return { ok: false, reason: 'changed' }
    log('activity.withdraw', `activity:${id}`)
    return { ok: true }
  })
}
