import { randomUUID } from 'node:crypto'
import { executeDueApprovals } from '@/lib/approval-decisions/execute-due'
import { warnOfLateBackups } from '@/lib/backup/late-backups'
import { advanceBulkActions } from '@/lib/bulk-actions/advance-bulk-actions'
import { composeAskMail } from '@/lib/coalition/ask-to-co-sign/compose-ask-mail'
import { composeApplicationMail } from '@/lib/coalition/compose-application-mail'
import { composeCoSignatureMail } from '@/lib/coalition/compose-co-signature-mail'
import { composeInvitation } from '@/lib/coalition/invite-many/compose-invitation'
import { composeMemberLink } from '@/lib/coalition/member-access/compose-member-link'
import { composeDecision } from '@/lib/coalition/member-proposals/compose-decision'
import { followChanges, type Place } from '@/lib/comments/follow-changes'
import { makePacks } from '@/lib/delivery/make-packs'
import { env } from '@/lib/env'
import { detectRestore } from '@/lib/erasure/detect-restore'
import { fileErasures } from '@/lib/erasure/file-erasures'
import { noteIncidents } from '@/lib/floods/incidents/note-incidents'
import { notifyFloods } from '@/lib/floods/notify-floods'
import { answerReceipts } from '@/lib/ledger/answer-receipts'
import { append } from '@/lib/ledger/append'
import { publishAuditHead } from '@/lib/ledger/audit-head/publish-audit-head'
import { ledgerSigner } from '@/lib/ledger/ledger-signer'
import { signCheckpoints } from '@/lib/ledger/sign-checkpoints'
import { askedWitnesses, cosignCheckpoints } from '@/lib/ledger/witness/cosign-checkpoints'
import { isLocalSite } from '@/lib/local-site'
import type { Driver } from '@/lib/mail/gateway/driver'
import { openGateway } from '@/lib/mail/gateway/open-gateway'
import { sendDue } from '@/lib/mail/send-due'
import { advanceMailings } from '@/lib/mailings/advance-mailings'
import { composeMailing } from '@/lib/mailings/compose-mailing'
import { composeTest } from '@/lib/mailings/test-mailing'
import { notifyArrivals } from '@/lib/overview/notify-arrivals'
import { notifyTrouble } from '@/lib/overview/notify-trouble'
import { queueDigests } from '@/lib/overview/queue-digests'
import { advanceAuditCheck } from '@/lib/overview/status/check-audit-log'
import { reportWorker } from '@/lib/overview/status/report-worker'
import { purgeReports } from '@/lib/overview/status/system-report'
import { runSchedules } from '@/lib/petitions/admin/run-schedules'
import { runRetention } from '@/lib/privacy/run-retention'
import { applyHeld } from '@/lib/review/apply-held'
import { composeLinkMail } from '@/lib/self-service/compose-link-mail'
import { purgeAccessLinks } from '@/lib/self-service/purge-access-links'
import { drawTitle, takeTitle } from '@/lib/share-pictures/draw-titles'
import { makePicture } from '@/lib/share-pictures/make-pictures'
import { composeSignatureMail } from '@/lib/signatures/compose-mail'
import { countFacets } from '@/lib/signatures/count-facets'
import { publishCountries } from '@/lib/signatures/countries/publish-countries'
import { publishMemberNumbers } from '@/lib/signatures/member-numbers/publish-member-numbers'
import { indexNames } from '@/lib/signatures/names/index-names'
import { publishSigners } from '@/lib/signatures/public-names/publish-signers'
import { queueReminders } from '@/lib/signatures/queue-reminders'
import { notifyExpiring } from '@/lib/staff/approvals/notify-expiring'
import { composeStaffNotice } from '@/lib/staff/notices/compose-staff-notice'
import { mailStaffNotices } from '@/lib/staff/notices/mail-staff-notices'
import { composeStaffLink } from '@/lib/staff/staff-link-mail'
import { purgeMessages } from '@/lib/webhooks/purge-messages'
import { sendMessages } from '@/lib/webhooks/send-messages'
import { heartbeat, purgeHeartbeats, removeHeartbeat } from './heartbeat'
import { runLoop } from './run-loop'

const SECOND = 1_000
const HOUR = 3_600_000

export interface Worker {
  /** Ends each job after its running step. */
  stop(): Promise<void>
}

/**
 * Does what no request waits for: sends mail, appends confirmed signatures to the ledger, purges expired data. Any
 * number of workers may run in parallel.
 * @throws Error if this process has no private key: it could open no address to send to
 */
export function startWorker({ driver = openGateway() }: { driver?: Driver } = {}): Worker {
  if (!env().SEAL_PRIVATE_KEY) throw new Error('The worker needs SEAL_PRIVATE_KEY: it opens addresses to send mail')
  const id = randomUUID()
  const loops = [
    ...Array.from({ length: driver.concurrency ?? 1 }, () => runLoop('send mail', () => sendMail(driver))),
    runLoop('append to the ledger', appendConfirmed),
    runLoop('cosign checkpoints', askWitnesses),
    runLoop('answer receipts', () => answerReceipts(new Date()).then(() => SECOND)),
    runLoop('file erasures', guardErasures),
    runLoop('purge access links', () => purgeAccessLinks(new Date()).then(() => 60 * SECOND)),
    runLoop('run retention', purgeExpired),
    runLoop('advance bulk actions', advanceActs),
    runLoop('apply review decisions', () => applyHeld(new Date()).then(() => SECOND)),
    runLoop('count facets', countForOverview),
    runLoop('index names', () => indexNames(new Date()).then((done) => (done > 0 ? 0 : SECOND))),
    runLoop('refresh published comments', followComments()),
    runLoop('publish names', () => publishSigners(new Date()).then(() => 10 * SECOND)),
    runLoop('send mailings', () => advanceMailings(new Date()).then(() => SECOND)),
    runLoop('execute approvals', () => executeDueApprovals(new Date()).then(() => 5 * SECOND)),
    runLoop('make delivery packs', () => makePacks(new Date()).then(() => 5 * SECOND)),
    runLoop('draw share titles', () => drawTitle(new Date()).then((drew) => (drew ? 0 : 10 * SECOND))),
    runLoop('make share pictures', makePictures),
    runLoop('send webhooks', () => sendMessages(new Date()).then((sent) => (sent > 0 ? 0 : SECOND))),
    runLoop('run schedules', () => runSchedules(new Date()).then(() => 20 * SECOND)),
    runLoop('mail staff notices', notifyStaff),
    runLoop('notify owners of trouble', watchTrouble),
    runLoop('note incidents', watchFloods),
    runLoop('check the audit log', guardAuditLog),
    runLoop('check backups', checkBackups),
    runLoop('report status', reportStatus(id)),
    runLoop('heartbeat', () => heartbeat(id, new Date()).then(() => 10 * SECOND)),
  ]
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
      await driver.close()
      await removeHeartbeat(id).catch(() => undefined)
    },
  }
}

/** By the kind of a queued mail. */
const composers = {
  signature: composeSignatureMail,
  reminder: composeSignatureMail,
  access_link: composeLinkMail,
  mailing: composeMailing,
  mailing_test: composeTest,
  application: composeApplicationMail,
  co_signature: composeCoSignatureMail,
  co_sign_ask: composeAskMail,
  invitation: composeInvitation,
  member_link: composeMemberLink,
  member_decision: composeDecision,
  staff_link: composeStaffLink,
  staff_notice: composeStaffNotice,
}

/** While few wait, it lets some more come: a batch takes nine statements, whatever its size. */
async function sendMail(driver: Driver): Promise<number> {
  const { claimed, pause } = await sendDue(driver, composers)
  if (pause > 0) return pause * SECOND
  if (claimed >= driver.batchSize) return 0
  return claimed > 0 ? SECOND / 10 : SECOND
}

/** The appended leaves get a signed checkpoint at once; so do earlier ones if appending fails. */
async function appendConfirmed(): Promise<number> {
  try {
    await append(new Date())
  } finally {
    const signer = await ledgerSigner()
    if (signer) await signCheckpoints(signer, new Date())
  }
  return SECOND
}

async function askWitnesses(): Promise<number> {
  const signer = await ledgerSigner()
  const missing = signer ? await cosignCheckpoints(signer, new Date()) : 0
  return missing > 0 ? 5 * SECOND : SECOND
}

/** Detects a restored database before the next erasure is filed. */
async function guardErasures(): Promise<number> {
  const again = await detectRestore(new Date())
  if (again > 0) console.log(`worker: an older database was restored: erased ${again} signatures again`)
  await fileErasures(new Date())
  return 5 * SECOND
}

async function purgeExpired(): Promise<number> {
  const now = new Date()
  await purgeHeartbeats(now)
  await purgeReports(now)
  await purgeMessages(now)
  await publishCountries(now)
  await publishMemberNumbers(now)
  try {
    await queueReminders(now)
  } finally {
    await runRetention(now)
  }
  return HOUR
}

/** Titles that are drawn already come first, so that a picture is not made twice. */
async function makePictures(): Promise<number> {
  const now = new Date()
  return (await takeTitle(now)) || (await makePicture(now)) ? SECOND / 5 : 5 * SECOND
}

/** Bulk actions, step by step. */
async function advanceActs(): Promise<number> {
  return (await advanceBulkActions(new Date())) ? 0 : SECOND
}

/**
 * It reads every signature: the longer that takes, the longer it pauses, so that it is never more than a fiftieth of
 * the work.
 */
async function countForOverview(): Promise<number> {
  const began = performance.now()
  await countFacets(new Date())
  return Math.max(30 * SECOND, 50 * (performance.now() - began))
}

/**
 * Checks the chain of the audit log, which takes a tenth of the time while it is under way, and publishes its head once
 * a day, on a local site as it grows; of one that is broken nothing more until a person has investigated.
 */
async function guardAuditLog(): Promise<number> {
  const began = performance.now()
  const checked = await advanceAuditCheck(env().DATA_DIR, new Date())
  if (checked === 'under_way') return 9 * (performance.now() - began)
  const signer = checked === 'whole' ? await ledgerSigner() : null
  const local = isLocalSite(env().SITE_URL)
  if (signer) await publishAuditHead(signer, new Date(), local)
  return local ? 10 * SECOND : HOUR
}

/** Looks each minute; where very many sign, and a look takes long, it takes a twentieth of the time. */
async function watchFloods(): Promise<number> {
  const began = performance.now()
  await noteIncidents(new Date())
  await notifyFloods(new Date())
  return Math.max(60 * SECOND, 20 * (performance.now() - began))
}

/** It reads the queue of mails: the longer that takes, the longer it pauses. */
async function watchTrouble(): Promise<number> {
  const began = performance.now()
  const signer = await ledgerSigner()
  await notifyTrouble(signer ? askedWitnesses(signer) : [], new Date())
  return Math.max(300 * SECOND, 50 * (performance.now() - began))
}

/** Backups are taken by a process of their own; somebody must notice if it is not there. */
async function checkBackups(): Promise<number> {
  const folder = env().BACKUP_DIR
  if (folder) await warnOfLateBackups(folder, new Date())
  return HOUR
}

/** Reports facts that only this process knows, for the page *System status*. */
function reportStatus(id: string): () => Promise<number> {
  const report = reportWorker(id)
  return () => report(new Date()).then(() => 60 * SECOND)
}

/** Mails notices to staff: what happened, what expires, and each morning what waits for them. */
async function notifyStaff(): Promise<number> {
  await queueDigests(new Date())
  await notifyExpiring(new Date())
  await notifyArrivals(new Date())
  await mailStaffNotices(new Date())
  return 10 * SECOND
}

/** Goes through all decided comments in a cycle, one part a second. */
function followComments(): () => Promise<number> {
  let place: Place | null = null
  return async () => {
    place = await followChanges(place)
    return SECOND
  }
}
