import { db } from '@/lib/db'
import { lockRow } from '@/lib/transaction'
import { NoticeTiming } from '@/prisma/generated/enums'
import type { Staff } from '../staff'
import { staffWrite } from '../staff-write'
import { type NoticeGroup, noticeGroupNames, noticeGroups, timingOf } from './notice-groups'

export type NoticeTimings = Record<NoticeGroup, NoticeTiming>

/**
 * Sets when notices of these groups are mailed to a person. Groups that are left out keep their setting, for when the
 * person has another role.
 */
export function saveNotices(by: Staff, chosen: Partial<NoticeTimings>, now: Date): Promise<{ ok: true }> {
  return staffWrite(by, 'account.manage', now, async ({ tx }) => {
    // The lock serialises two forms of one person.
    await lockRow(tx, 'staff', by.id)
    const before = await tx.user.findUniqueOrThrow({ where: { id: by.id } })
    const timings = noticeGroupNames.map((name) => [name, chosen[name] ?? timingOf(name, before)] as const)
    const at = (timing: NoticeTiming) => timings.filter(([, one]) => one === timing).map(([name]) => name)
    await tx.user.update({ where: { id: by.id }, data: { noticesOff: at('off'), noticesDigested: at('digest') } })
    return { ok: true }
  })
}

/** When a person is mailed the notices of each group. */
export async function findNoticeTimings(staffId: string): Promise<NoticeTimings> {
  const select = { noticesOff: true, noticesDigested: true }
  const person = await db().user.findUniqueOrThrow({ where: { id: staffId }, select })
  return Object.fromEntries(noticeGroupNames.map((name) => [name, timingOf(name, person)])) as NoticeTimings
}

/** Parses a timing that this group allows; null for anything else. */
export function readTiming(group: NoticeGroup, text: string): NoticeTiming | null {
  return noticeGroups[group].timings.find((timing) => timing === text && timing in NoticeTiming) ?? null
}
