import { db } from '@/lib/db'
import { publishedHeads } from '@/lib/ledger/audit-head/publish-audit-head'
import { type AuditHead, type BrokenChain, checkPart, noEntries } from '@/lib/staff/audit/check'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'
import { type AuditFacts, findAuditFacts, noteAuditFacts } from './system-report'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEEK = 7 * DAY

/** UTC; a quiet hour for most staff. */
const CHECK_HOUR = 2

/** Up to this many entries the whole log is read each day, which takes seconds. */
const SMALL = 100_000n

const nothing: AuditFacts = {
  upTo: { seq: String(noEntries.seq), hash: noEntries.hash },
  checkedAt: null,
  wholeAt: null,
  run: null,
  broken: null,
}

/**
 * Checks the chain of the audit log once a day after 02:00 UTC. Each call checks one piece with one short statement,
 * outside any transaction. It starts after the last good entry; from the first entry if the log is small, once a week,
 * and after a break. It stores its progress, so any worker can continue, and notifies owners of a break.
 * @param dataDir where this machine stores the checkpoints that it published
 * @returns `under_way`: call it again soon; otherwise the result of the last check
 */
export async function advanceAuditCheck(dataDir: string, now: Date): Promise<'under_way' | 'whole' | 'broken'> {
  const facts = (await findAuditFacts()) ?? nothing
  const run = facts.run ?? begin(facts, now)
  if (!run) return facts.broken ? 'broken' : 'whole'
  const part = await checkPart(headOf(run), await publishedHeads(dataDir))
  if (!part.ok) {
    await noteBreak(facts, part, now)
    return 'broken'
  }
  const at = { seq: String(part.at.seq), hash: part.at.hash }
  if (!part.isEnd) {
    await noteAuditFacts({ ...facts, run: { ...at, isWhole: run.isWhole } }, now)
    return 'under_way'
  }
  const wholeAt = run.isWhole ? now : facts.wholeAt
  await noteAuditFacts({ upTo: at, checkedAt: now, wholeAt, run: null, broken: null }, now)
  return 'whole'
}

/** The check that is due; null if none is. */
function begin({ upTo, checkedAt, wholeAt, broken }: AuditFacts, now: Date): AuditFacts['run'] {
  const last = broken?.at ?? checkedAt
  if (last && last.getTime() >= lastDue(now)) return null
  const isWhole = !checkedAt || !wholeAt || broken !== null || BigInt(upTo.seq) <= SMALL || isWeekOld(wholeAt, now)
  return isWhole ? { ...nothing.upTo, isWhole } : { ...upTo, isWhole }
}

function isWeekOld(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() >= WEEK
}

function lastDue(now: Date): number {
  return Math.floor((now.getTime() - CHECK_HOUR * HOUR) / DAY) * DAY + CHECK_HOUR * HOUR
}

function headOf({ seq, hash }: { seq: string; hash: string }): AuditHead {
  return { seq: BigInt(seq), hash }
}

async function noteBreak(facts: AuditFacts, { reason, seq }: BrokenChain, now: Date): Promise<void> {
  console.error(`audit log: entry ${seq} is ${reason}`)
  await noteAuditFacts({ ...facts, run: null, broken: { seq: String(seq), reason, at: now } }, now)
  const detail = { day: now.toISOString().slice(0, 10) }
  await queueStaffNotice(db(), { kind: 'audit_broken', to: 'owners', detail, once: true }, now)
}
