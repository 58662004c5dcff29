import { z } from 'zod'
import { db } from '@/lib/db'
import { senderFaultNames } from '@/lib/mail/sender-records'
import { MAX_HEARTBEAT_AGE } from './thresholds'

/** What came of mails other than mailings. Reading it takes all their rows: the worker does it each minute, no page. */
const mailOutcomes = z.object({
  /** Given up within two days, for a reason that is ours or the provider's. */
  failed: z.number(),
  /** Of the last seven days, on the suppression list. */
  bounces: z.number(),
  complaints: z.number(),
  /** Addresses on that list. */
  suppressed: z.number(),
  /** Of the last day: addresses that bounced, owners who reported our mail as spam, and mails that were tried. */
  bounced: z.number(),
  complained: z.number(),
  tried: z.number(),
  /** Some is late, or was given up within a day for a reason that is ours. */
  isFailing: z.boolean(),
})

export type MailOutcomes = z.infer<typeof mailOutcomes>

/** What a worker knows of where it runs. Times, sizes and versions: no path, no secret, nobody. */
const workerFacts = z.object({
  /** A fingerprint of the release; null where it was not built, as while somebody develops. */
  release: z.string().nullable(),
  /** In ms: how far its clock is before the database's. */
  clockAhead: z.number(),
  /** In bytes, where its data is; null where that could not be read. */
  freeDisk: z.number().nullable(),
  mail: z.object({
    driver: z.enum(['outbox', 'resend', 'smtp']),
    from: z.string(),
    /** Its mails name no petition. */
    neutral: z.boolean(),
    /** What is wrong with the records of the sender's domain; null: nobody looked. */
    faults: z.array(z.enum(senderFaultNames)).nullable(),
    /** The key of its DKIM signatures was looked up too. */
    dkim: z.boolean(),
    outcomes: mailOutcomes,
  }),
  /** Null where it knows of no folder of backups. */
  backups: z
    .object({
      /** The folder's note of times could be read. */
      isRead: z.boolean(),
      backedUpAt: z.coerce.date().nullable(),
      archivedAt: z.coerce.date().nullable(),
      drilledAt: z.coerce.date().nullable(),
      copies: z.number(),
      /** In bytes: the newest copy, and what is free beside it. */
      newest: z.number().nullable(),
      freeDisk: z.number().nullable(),
    })
    .nullable(),
})

export type WorkerFacts = z.infer<typeof workerFacts>

const recountFacts = z.object({ isRight: z.boolean() })

const auditFacts = z.object({
  /** The head up to which the chain was whole when it was last read to its end, and when that was. */
  upTo: z.object({ seq: z.string(), hash: z.string() }),
  checkedAt: z.coerce.date().nullable(),
  /** When it was last read from its first entry on. */
  wholeAt: z.coerce.date().nullable(),
  /** The check that is under way: how far it is. */
  run: z.object({ seq: z.string(), hash: z.string(), isWhole: z.boolean() }).nullable(),
  /** What the last check found. */
  broken: z
    .object({ seq: z.string(), reason: z.enum(['missing', 'altered', 'cut_short']), at: z.coerce.date() })
    .nullable(),
})

/** How far the chain of the audit log is checked (check-audit-log.ts). Numbers and hashes of entries: nothing of what they say. */
export type AuditFacts = z.infer<typeof auditFacts>

/** Rows beside those of workers: of a command, and of what the workers know together. */
const RECOUNT = 'recount'
const MAIL_DAYS = 'mail_days'
const AUDIT = 'audit_check'
const notOfWorkers = [RECOUNT, MAIL_DAYS, AUDIT]

/** Stores what a worker says, over what it said before. */
export function noteWorkerFacts(worker: string, facts: WorkerFacts, now: Date): Promise<void> {
  return store(worker, asText(facts), now)
}

/** Stores how the last recount of all petitions ended. */
export function noteRecount(isRight: boolean, now: Date): Promise<void> {
  return store(RECOUNT, { isRight }, now)
}

/** The last recount; null: none was noted. */
export async function findRecount(): Promise<{ at: Date; isRight: boolean } | null> {
  const row = await db().systemReport.findUnique({ where: { source: RECOUNT } })
  const facts = recountFacts.safeParse(row?.facts)
  return row && facts.success ? { at: row.reportedAt, isRight: facts.data.isRight } : null
}

/** What the workers say that are alive; where none is, what the last one said. The newest first. */
export async function findWorkerFacts(now: Date): Promise<WorkerFacts[]> {
  const [rows, beats] = await Promise.all([
    db().systemReport.findMany({ where: { source: { notIn: notOfWorkers } }, orderBy: { reportedAt: 'desc' } }),
    db().heartbeat.findMany({ where: { beatAt: { gt: new Date(now.getTime() - MAX_HEARTBEAT_AGE * 1_000) } } }),
  ])
  const alive = rows.filter(({ source }) => beats.some(({ worker }) => worker === source))
  // What another release has written may be different.
  return (alive.length > 0 ? alive : rows.slice(0, 1)).flatMap(({ facts }) => workerFacts.safeParse(facts).data ?? [])
}

/** Stores what came of the mails of days (mail-days.ts). */
export function noteMailDays(days: { [key: string]: string | number }[], now: Date): Promise<void> {
  return store(MAIL_DAYS, { days }, now)
}

/** The same, as it is stored; nothing where nobody has. */
export async function findMailDaysNoted(): Promise<unknown> {
  const row = await db().systemReport.findUnique({ where: { source: MAIL_DAYS } })
  return z.object({ days: z.unknown() }).safeParse(row?.facts).data?.days
}

/** Stores how far the audit log is checked. */
export function noteAuditFacts(facts: AuditFacts, now: Date): Promise<void> {
  return store(AUDIT, asText(facts), now)
}

/** The same; null: nobody has checked it. */
export async function findAuditFacts(): Promise<AuditFacts | null> {
  const row = await db().systemReport.findUnique({ where: { source: AUDIT } })
  return auditFacts.safeParse(row?.facts).data ?? null
}

/** Deletes what workers said that are gone for a day; of others it keeps the last. */
export async function purgeReports(now: Date): Promise<void> {
  const before = new Date(now.getTime() - 86_400_000)
  await db().systemReport.deleteMany({ where: { source: { notIn: notOfWorkers }, reportedAt: { lt: before } } })
}

type Stored = string | number | boolean | null | Stored[] | { [key: string]: Stored }

async function store(source: string, facts: { [key: string]: Stored }, now: Date): Promise<void> {
  const change = { reportedAt: now, facts: facts as object }
  await db().systemReport.upsert({ where: { source }, create: { source, ...change }, update: change })
}

/** With its times as text. */
function asText(facts: WorkerFacts | AuditFacts): { [key: string]: Stored } {
  return JSON.parse(JSON.stringify(facts)) as { [key: string]: Stored }
}
