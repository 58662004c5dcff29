import { z } from 'zod'
import { db } from '@/lib/db'
import { senderFaultNames } from '@/lib/mail/sender-records'
import { MAX_HEARTBEAT_AGE } from './thresholds'

/** Outcomes of mails without mailings. Counting reads all their rows, so only the worker does it, each minute. */
const mailOutcomes = z.object({
  /** Given up within two days, because of us or the provider. */
  failed: z.number(),
  /** Suppressed within seven days. */
  bounces: z.number(),
  complaints: z.number(),
  /** All suppressed addresses. */
  suppressed: z.number(),
  /** Within a day: bounces, spam complaints, and mails tried. */
  bounced: z.number(),
  complained: z.number(),
  tried: z.number(),
  /** Some mail is late, or failed within a day because of us. */
  isFailing: z.boolean(),
})

export type MailOutcomes = z.infer<typeof mailOutcomes>

/** A worker's report about its machine: times, sizes and versions; no path, secret or person. */
const workerFacts = z.object({
  /** A fingerprint of the release; null in development. */
  release: z.string().nullable(),
  /** How far its clock is ahead of the database's, in ms. */
  clockAhead: z.number(),
  /** Free bytes on the disk of its data; null if unreadable. */
  freeDisk: z.number().nullable(),
  mail: z.object({
    driver: z.enum(['outbox', 'resend', 'smtp']),
    from: z.string(),
    /** Its mails name no petition. */
    neutral: z.boolean(),
    /** Faults in the DNS records of the sender's domain; null if not looked up. */
    faults: z.array(z.enum(senderFaultNames)).nullable(),
    /** The DKIM key was looked up too. */
    dkim: z.boolean(),
    outcomes: mailOutcomes,
  }),
  /** Null if no backup folder is configured. */
  backups: z
    .object({
      /** The folder's status file could be read. */
      isRead: z.boolean(),
      backedUpAt: z.coerce.date().nullable(),
      archivedAt: z.coerce.date().nullable(),
      drilledAt: z.coerce.date().nullable(),
      copies: z.number(),
      /** Bytes of the newest copy, and free bytes on its disk. */
      newest: z.number().nullable(),
      freeDisk: z.number().nullable(),
    })
    .nullable(),
})

export type WorkerFacts = z.infer<typeof workerFacts>

const recountFacts = z.object({ isRight: z.boolean() })

const auditFacts = z.object({
  /** The last entry of the last complete check without a break, and when it ended. */
  upTo: z.object({ seq: z.string(), hash: z.string() }),
  checkedAt: z.coerce.date().nullable(),
  /** When the log was last checked from its first entry on. */
  wholeAt: z.coerce.date().nullable(),
  /** The progress of a running check. */
  run: z.object({ seq: z.string(), hash: z.string(), isWhole: z.boolean() }).nullable(),
  /** The break that the last check found. */
  broken: z
    .object({ seq: z.string(), reason: z.enum(['missing', 'altered', 'cut_short']), at: z.coerce.date() })
    .nullable(),
})

/** The progress of checking the audit log (check-audit-log.ts): numbers and hashes of entries, no content. */
export type AuditFacts = z.infer<typeof auditFacts>

/** Reports of a command, and those shared by all workers. */
const RECOUNT = 'recount'
const MAIL_DAYS = 'mail_days'
const AUDIT = 'audit_check'
const notOfWorkers = [RECOUNT, MAIL_DAYS, AUDIT]

/** Stores a worker's report, replacing its previous one. */
export function noteWorkerFacts(worker: string, facts: WorkerFacts, now: Date): Promise<void> {
  return store(worker, asText(facts), now)
}

/** Stores the result of the last recount of all petitions. */
export function noteRecount(isRight: boolean, now: Date): Promise<void> {
  return store(RECOUNT, { isRight }, now)
}

/** The last recount; null if there was none. */
export async function findRecount(): Promise<{ at: Date; isRight: boolean } | null> {
  const row = await db().systemReport.findUnique({ where: { source: RECOUNT } })
  const facts = recountFacts.safeParse(row?.facts)
  return row && facts.success ? { at: row.reportedAt, isRight: facts.data.isRight } : null
}

/** The reports of workers that are alive, newest first; if none is, the last report of any. */
export async function findWorkerFacts(now: Date): Promise<WorkerFacts[]> {
  const [rows, beats] = await Promise.all([
    db().systemReport.findMany({ where: { source: { notIn: notOfWorkers } }, orderBy: { reportedAt: 'desc' } }),
    db().heartbeat.findMany({ where: { beatAt: { gt: new Date(now.getTime() - MAX_HEARTBEAT_AGE * 1_000) } } }),
  ])
  const alive = rows.filter(({ source }) => beats.some(({ worker }) => worker === source))
  // Another release may write another format, which is left out.
  return (alive.length > 0 ? alive : rows.slice(0, 1)).flatMap(({ facts }) => workerFacts.safeParse(facts).data ?? [])
}

/** Stores the results of recent days' mails (mail-days.ts). */
export function noteMailDays(days: { [key: string]: string | number }[], now: Date): Promise<void> {
  return store(MAIL_DAYS, { days }, now)
}

/** The stored results of recent days' mails, unparsed; undefined if there are none. */
export async function findMailDaysNoted(): Promise<unknown> {
  const row = await db().systemReport.findUnique({ where: { source: MAIL_DAYS } })
  return z.object({ days: z.unknown() }).safeParse(row?.facts).data?.days
}

/** Stores the progress of checking the audit log. */
export function noteAuditFacts(facts: AuditFacts, now: Date): Promise<void> {
  return store(AUDIT, asText(facts), now)
}

/** The progress of checking the audit log; null if it was never checked. */
export async function findAuditFacts(): Promise<AuditFacts | null> {
  const row = await db().systemReport.findUnique({ where: { source: AUDIT } })
  return auditFacts.safeParse(row?.facts).data ?? null
}

/** Deletes reports of workers that are older than a day. */
export async function purgeReports(now: Date): Promise<void> {
  const before = new Date(now.getTime() - 86_400_000)
  await db().systemReport.deleteMany({ where: { source: { notIn: notOfWorkers }, reportedAt: { lt: before } } })
}

type Stored = string | number | boolean | null | Stored[] | { [key: string]: Stored }

async function store(source: string, facts: { [key: string]: Stored }, now: Date): Promise<void> {
  const change = { reportedAt: now, facts: facts as object }
  await db().systemReport.upsert({ where: { source }, create: { source, ...change }, update: change })
}

/** Turns dates into text, for JSON. */
function asText(facts: WorkerFacts | AuditFacts): { [key: string]: Stored } {
  return JSON.parse(JSON.stringify(facts)) as { [key: string]: Stored }
}
