import type { MailOutcomes, WorkerFacts } from '@/lib/overview/status/system-report'

/** The outcomes of its mails. */
export const mailOutcomes: MailOutcomes = {
  failed: 0,
  bounces: 1,
  complaints: 0,
  suppressed: 4,
  bounced: 1,
  complained: 1,
  tried: 400,
  isFailing: false,
}

/** A worker's report where everything is as it should be. */
export function workerFacts(now: Date, more: Partial<WorkerFacts> = {}): WorkerFacts {
  return {
    release: 'a1b2c3d4e5f6',
    clockAhead: 20,
    freeDisk: 60e9,
    mail: {
      driver: 'smtp',
      from: 'The Coalition <petition@example.org>',
      neutral: false,
      faults: [],
      dkim: true,
      outcomes: mailOutcomes,
    },
    backups: {
      isRead: true,
      backedUpAt: new Date(now.getTime() - 3_600_000),
      archivedAt: new Date(now.getTime() - 10_000),
      drilledAt: new Date(now.getTime() - 5 * 86_400_000),
      copies: 35,
      newest: 3.2e9,
      freeDisk: 400e9,
    },
    ...more,
  }
}
