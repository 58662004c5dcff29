import { beforeAll, expect, test, vi } from 'vitest'
import { executeDueApprovals } from '@/lib/approval-decisions/execute-due'
import { notifyFloods } from '@/lib/floods/notify-floods'
import { append } from '@/lib/ledger/append'
import { publishAuditHead } from '@/lib/ledger/audit-head/publish-audit-head'
import { advanceMailings } from '@/lib/mailings/advance-mailings'
import { queueDigests } from '@/lib/overview/queue-digests'
import { reportWorker } from '@/lib/overview/status/report-worker'
import { purgeReports } from '@/lib/overview/status/system-report'
import { runSchedules } from '@/lib/petitions/admin/run-schedules'
import { purgeAccessLinks } from '@/lib/self-service/purge-access-links'
import { coarsen } from '@/lib/signatures/coarsen'
import { publishCountries } from '@/lib/signatures/countries/publish-countries'
import { trimForms } from '@/lib/signatures/trim-forms'
import { purgeSponsors } from '@/lib/staff/approvals/bound'
import { notifyExpiring } from '@/lib/staff/approvals/notify-expiring'
import { mailStaffNotices } from '@/lib/staff/notices/mail-staff-notices'
import { purgeMessages } from '@/lib/webhooks/purge-messages'
import { sendMessages } from '@/lib/webhooks/send-messages'
import { aSigner } from '@/test/a-ledger'
import { useDatabase } from '@/test/use-database'
import { startWorker } from './worker'

const { steps } = vi.hoisted(() => ({ steps: [] as (() => Promise<number>)[] }))
vi.mock('./run-loop', () => ({
  runLoop: (_: string, step: () => Promise<number>) => {
    steps.push(step)
    return { stop: async () => undefined }
  },
}))
vi.mock('@/lib/ledger/ledger-signer', () => ({ ledgerSigner: () => aSigner() }))
vi.mock('@/lib/approval-decisions/execute-due', { spy: true })
vi.mock('@/lib/floods/notify-floods', { spy: true })
vi.mock('@/lib/ledger/append', { spy: true })
vi.mock('@/lib/ledger/audit-head/publish-audit-head', { spy: true })
vi.mock('@/lib/mailings/advance-mailings', { spy: true })
vi.mock('@/lib/overview/queue-digests', { spy: true })
vi.mock('@/lib/overview/status/report-worker', { spy: true })
vi.mock('@/lib/overview/status/system-report', { spy: true })
vi.mock('@/lib/petitions/admin/run-schedules', { spy: true })
vi.mock('@/lib/self-service/purge-access-links', { spy: true })
vi.mock('@/lib/signatures/coarsen', { spy: true })
vi.mock('@/lib/signatures/countries/publish-countries', { spy: true })
vi.mock('@/lib/signatures/trim-forms', { spy: true })
vi.mock('@/lib/staff/approvals/bound', { spy: true })
vi.mock('@/lib/staff/approvals/notify-expiring', { spy: true })
vi.mock('@/lib/staff/notices/mail-staff-notices', { spy: true })
vi.mock('@/lib/webhooks/purge-messages', { spy: true })
vi.mock('@/lib/webhooks/send-messages', { spy: true })

useDatabase()

const jobs = {
  executeDueApprovals,
  append,
  publishAuditHead,
  advanceMailings,
  notifyFloods,
  queueDigests,
  notifyExpiring,
  reportWorker,
  purgeReports,
  runSchedules,
  purgeAccessLinks,
  coarsen,
  publishCountries,
  trimForms,
  purgeSponsors,
  mailStaffNotices,
  purgeMessages,
  sendMessages,
}

let called: string[] = []
beforeAll(async () => {
  const driver = { batchSize: 1, send: async () => [], close: async () => undefined }
  const worker = startWorker({ driver })
  for (const step of steps) await step()
  await worker.stop()
  called = Object.entries(jobs).flatMap(([name, job]) => (vi.mocked(job).mock.calls.length > 0 ? [name] : []))
})

/** Each works when a test calls it; nothing else shows that it is called at all. */
test.each(Object.keys(jobs))('the worker runs %s', (name) => {
  expect(called).toContain(name)
})
