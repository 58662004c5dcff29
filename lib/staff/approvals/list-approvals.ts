import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { type Paged, pageOf, rowsOf } from '@/lib/input/pages'
import type { Approval } from '@/prisma/generated/client'
import { authorise } from '../authorise'
import { type ApprovableVerb, approvable, approvableFrom, may } from '../roles'
import type { Staff } from '../staff'
import { nameAndAddress, staffName } from '../staff-name'
import { expiryOf, lastMoment } from './approval-expiry'
import { listBound } from './bound'
import type { ContentPart } from './content'
import { findPeople } from './people'
import { concerned, isActive } from './second-person'

type Stage = 'waiting' | 'scheduled' | 'agreed' | 'refused' | 'void' | 'stopped'

export interface ApprovalView {
  id: string
  verb: ApprovableVerb
  subject: string
  /** The member of staff it concerns, by name and address. */
  about: string | null
  detail: Record<string, string>
  content: ContentPart[]
  reason: string
  askedBy: string
  /** Their address, since they choose their name themselves. */
  askedByAddress: string
  askedAt: Date
  /** When it expires if nobody decides. */
  expiresAt: Date
  stage: Stage
  decidedBy: string | null
  decidedAt: Date | null
  /** When the approved act is executed; until then it can be stopped. */
  dueAt: Date | null
  /** Null if the server stopped it. */
  stoppedBy: string | null
  /** Requested by the viewer. */
  own: boolean
  /** Why the viewer cannot be the second person for it. */
  unfit: 'own' | 'bound' | null
  /** How many other people could approve it now. */
  others: number
}

/**
 * Lists open requests and a page of finished ones, newest first, as far as the role may see them. Everybody sees
 * scheduled acts, because any of the staff can stop them.
 */
export async function listApprovals(by: Staff, now: Date, page = 1): Promise<Paged<ApprovalView>> {
  authorise(by, 'approval.read')
  const open = { OR: [undecided(now), scheduled] }
  const where = { NOT: open, ...visibleTo(by) }
  const [waiting, rest, total] = await Promise.all([
    db().approval.findMany({ where: open, orderBy: { askedAt: 'desc' } }),
    db().approval.findMany({ where, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }], ...rowsOf(page) }),
    db().approval.count({ where }),
  ])
  return pageOf(page, await views(by, rest, now), total, await views(by, waiting, now))
}

/** The finished requests that `views` shows, as a condition, so that pages are full. */
function visibleTo(by: Staff) {
  const verbs = Object.keys(approvable) as ApprovableVerb[]
  if (may(by.role, 'approval.list')) return { verb: { in: verbs } }
  const own = { verb: { in: verbs.filter((verb) => may(by.role, verb)) } }
  return { OR: [own, { verb: { in: verbs }, stoppedAt: { not: null } }] }
}

/**
 * Lists pending requests that the viewer made, and those that the viewer may decide, oldest first, as these expire
 * first.
 */
export async function listPending(by: Staff, now: Date): Promise<{ own: ApprovalView[]; decidable: ApprovalView[] }> {
  authorise(by, 'approval.read')
  const rows = await views(
    by,
    await db().approval.findMany({ where: undecided(now), orderBy: { askedAt: 'asc' } }),
    now,
  )
  return {
    own: rows.filter(({ own }) => own),
    decidable: rows.filter(({ verb, unfit }) => !unfit && may(by.role, 'approval.decide') && may(by.role, verb)),
  }
}

/** Requests not decided in time have expired. */
const undecided = (now: Date) => ({ approvedAt: null, refusedAt: null, askedAt: { gt: lastMoment(now) } })
const scheduled = { dueAt: { not: null }, doneAt: null, stoppedAt: null }

/** Returns one request; null if there is none, or the role may not see it. */
export async function findApproval(by: Staff, id: string, now: Date): Promise<ApprovalView | null> {
  authorise(by, 'approval.read')
  const row = isId(id) ? await db().approval.findUnique({ where: { id } }) : null
  return row ? ((await views(by, [row], now))[0] ?? null) : null
}

async function views(by: Staff, rows: Approval[], now: Date): Promise<ApprovalView[]> {
  if (rows.length === 0) return []
  // All staff, since each request shows how many others could approve it.
  const staff = await db().user.findMany({ select: { id: true, name: true, email: true } })
  const people = await findPeople(
    db(),
    staff.map(({ id }) => id),
    now,
  )
  const bound = new Map<string, string[]>()
  for (const askedBy of new Set(rows.map((row) => row.askedBy))) bound.set(askedBy, await listBound(db(), askedBy, now))
  const person = (id: string | null) => staff.find((one) => one.id === id)
  const name = (id: string | null) => {
    const found = person(id)
    return found ? staffName(found) : null
  }
  return rows.flatMap((row) => {
    const verb = approvableFrom(row.verb)
    const stage = stageOf(row, now)
    const isForEverybody = stage === 'scheduled' || stage === 'stopped' || may(by.role, 'approval.list')
    if (!verb || !(isForEverybody || may(by.role, verb))) return []
    const { askedBy, subject } = row
    const not = [askedBy, ...concerned(subject), ...(bound.get(askedBy) ?? [])]
    const about = person(concerned(subject)[0] ?? null)
    return {
      id: row.id,
      verb,
      subject,
      about: about ? nameAndAddress(about) : null,
      detail: JSON.parse(row.detail) as Record<string, string>,
      content: row.content ? (JSON.parse(row.content) as ContentPart[]) : [],
      reason: row.reason,
      askedBy: name(askedBy) ?? '',
      askedByAddress: person(askedBy)?.email ?? '',
      askedAt: row.askedAt,
      expiresAt: expiryOf(row.askedAt),
      stage,
      decidedBy: name(row.decidedBy),
      decidedAt: row.approvedAt ?? row.refusedAt,
      dueAt: row.dueAt,
      stoppedBy: name(row.stoppedBy),
      own: askedBy === by.id,
      unfit: [askedBy, ...concerned(subject)].includes(by.id) ? 'own' : not.includes(by.id) ? 'bound' : null,
      others: people.filter(({ id }) => !not.includes(id) && isActive(people, id, verb)).length,
    }
  })
}

function stageOf({ approvedAt, refusedAt, decidedBy, dueAt, doneAt, stoppedAt, askedAt }: Approval, now: Date): Stage {
  if (stoppedAt) return 'stopped'
  if (doneAt) return 'agreed'
  if (approvedAt && dueAt) return 'scheduled'
  if (refusedAt && decidedBy) return 'refused'
  return !refusedAt && askedAt > lastMoment(now) ? 'waiting' : 'void'
}
