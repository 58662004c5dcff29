import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { DataExport } from '@/prisma/generated/client'
import { FETCHED_FOR, MAX_DOWNLOADS } from './export-view'
import { markOf } from './mark'

export interface ExportView {
  id: string
  petition: string
  filter: Record<string, string>
  columns: string[]
  format: string
  recipient: string | null
  reason: string
  rows: number
  askedBy: string
  askedAt: Date
  agreedBy: string | null
  starts: number
  stage: 'waiting' | 'ready' | 'fetching' | 'fetched' | 'gone'
  /** Until when it can be fetched. */
  until: Date
  /** Asked for by the one who looks: only they can fetch it. */
  own: boolean
}

/** The files that were asked for, newest first. */
export async function listExports(by: Staff, now: Date): Promise<ExportView[]> {
  authorise(by, 'export.read')
  return views(by, await db().dataExport.findMany({ orderBy: { askedAt: 'desc' }, take: 100 }), now)
}

/** One of them; null where there is none. */
export async function findExport(by: Staff, id: string, now: Date): Promise<ExportView | null> {
  authorise(by, 'export.read')
  if (!isId(id)) return null
  const row = await db().dataExport.findUnique({ where: { id } })
  return row ? ((await views(by, [row], now))[0] ?? null) : null
}

/** From which file a row comes that turned up somewhere; null where from none of ours. */
export async function findMarked(by: Staff, reference: string, mark: string, now: Date): Promise<ExportView | null> {
  authorise(by, 'export.read')
  const number = reference.trim().toUpperCase()
  const rows = await db().dataExport.findMany({ where: { starts: { gt: 0 } }, orderBy: { askedAt: 'desc' } })
  const found = rows.filter(({ id }) => markOf(id, number) === mark.trim().toLowerCase()).slice(0, 1)
  return (await views(by, found, now))[0] ?? null
}

async function views(by: Staff, rows: DataExport[], now: Date): Promise<ExportView[]> {
  const [staff, petitions] = await Promise.all([
    db().user.findMany({ select: { id: true, email: true } }),
    db().petition.findMany({ select: { id: true, slug: true } }),
  ])
  const name = (id: string) => staff.find((one) => one.id === id)?.email ?? 'gone'
  return rows.map((row) => ({
    id: row.id,
    petition: petitions.find(({ id }) => id === row.petitionId)?.slug ?? 'gone',
    filter: JSON.parse(row.filter) as Record<string, string>,
    columns: row.columns,
    format: row.format,
    recipient: row.recipient,
    reason: row.reason,
    rows: row.rows,
    askedBy: name(row.askedBy),
    askedAt: row.askedAt,
    agreedBy: row.agreedBy && name(row.agreedBy),
    starts: row.starts,
    stage: stageOf(row, now),
    until: lastsUntil(row),
    own: row.askedBy === by.id,
  }))
}

function stageOf(row: DataExport, now: Date): ExportView['stage'] {
  if (row.finishedAt) return 'fetched'
  if (row.heldUntil && now < row.heldUntil) return 'fetching'
  if (row.endedAt || now >= lastsUntil(row) || row.starts >= MAX_DOWNLOADS) return 'gone'
  return row.recipient && !row.agreedAt ? 'waiting' : 'ready'
}

function lastsUntil({ askedAt, agreedAt }: DataExport): Date {
  return new Date((agreedAt ?? askedAt).getTime() + FETCHED_FOR)
}
