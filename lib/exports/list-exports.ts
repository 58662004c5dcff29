import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { type Paged, pageOf, rowsOf } from '@/lib/input/pages'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { named, staffName } from '@/lib/staff/staff-name'
import type { DataExport, Prisma } from '@/prisma/generated/client'
import { FETCHED_FOR, MAX_DOWNLOADS } from './export-view'
import { markOf } from './mark'

export interface ExportView {
  id: string
  petition: string
  filter: Record<string, string>
  /** The time zone of its days. */
  zone: string
  columns: string[]
  format: string
  recipient: string | null
  reason: string
  rows: number
  askedBy: string
  askedAt: Date
  approvedBy: string | null
  starts: number
  stage: 'waiting' | 'ready' | 'fetching' | 'fetched' | 'gone'
  /** Until when it can be downloaded. */
  until: Date
  /** Requested by the viewer, who alone can download it. */
  own: boolean
}

const include = {
  asker: named,
  approver: named,
  petition: { select: { slug: true } },
} satisfies Prisma.DataExportInclude

type Row = Prisma.DataExportGetPayload<{ include: typeof include }>

/** Lists requested files, newest first. */
export async function listExports(by: Staff, now: Date, page: number): Promise<Paged<ExportView>> {
  authorise(by, 'export.read')
  const [rows, total] = await Promise.all([
    db().dataExport.findMany({ orderBy: [{ askedAt: 'desc' }, { id: 'desc' }], ...rowsOf(page), include }),
    db().dataExport.count(),
  ])
  return pageOf(
    page,
    rows.map((row) => view(by, row, now)),
    total,
  )
}

/** Returns one requested file; null if there is none. */
export async function findExport(by: Staff, id: string, now: Date): Promise<ExportView | null> {
  authorise(by, 'export.read')
  const row = isId(id) ? await db().dataExport.findUnique({ where: { id }, include }) : null
  return row && view(by, row, now)
}

/** Finds the file that a leaked row comes from; null if it is none of ours. */
export async function findMarked(by: Staff, reference: string, mark: string, now: Date): Promise<ExportView | null> {
  authorise(by, 'export.read')
  const number = reference.trim().toUpperCase()
  const order = { askedAt: 'desc' } as const
  const rows = await db().dataExport.findMany({ where: { starts: { gt: 0 } }, orderBy: order, include })
  const found = rows.find(({ id }) => markOf(id, number) === mark.trim().toLowerCase())
  return found ? view(by, found, now) : null
}

function view(by: Staff, row: Row, now: Date): ExportView {
  const { id, zone, columns, format, recipient, reason, rows, askedAt, starts } = row
  return {
    id,
    petition: row.petition.slug,
    filter: JSON.parse(row.filter) as Record<string, string>,
    zone,
    columns,
    format,
    recipient,
    reason,
    rows,
    askedBy: staffName(row.asker),
    askedAt,
    approvedBy: row.approver && staffName(row.approver),
    starts,
    stage: stageOf(row, now),
    until: lastsUntil(row),
    own: row.askedBy === by.id,
  }
}

function stageOf(row: DataExport, now: Date): ExportView['stage'] {
  if (row.finishedAt) return 'fetched'
  if (row.heldUntil && now < row.heldUntil) return 'fetching'
  if (row.endedAt || now >= lastsUntil(row) || row.starts >= MAX_DOWNLOADS) return 'gone'
  return row.recipient && !row.approvedAt ? 'waiting' : 'ready'
}

function lastsUntil({ askedAt, approvedAt }: DataExport): Date {
  return new Date((approvedAt ?? askedAt).getTime() + FETCHED_FOR)
}
