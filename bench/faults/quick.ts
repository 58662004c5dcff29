/** The faults that `npm test` injects each time: the number of a fault, and the tests and stories that do. */
export const quick: Record<number, string[]> = {
  1: ['e2e/survives-a-crash.spec.ts'],
  2: ['e2e/survives-a-crash.spec.ts'],
  8: ['lib/silent-connection.test.ts'],
  10: ['e2e/provider-down.spec.ts'],
  11: ['lib/mail/gateway/resend.test.ts', 'lib/mail/gateway/smtp.test.ts', 'lib/mail/send-due.test.ts'],
  12: ['lib/mail/settle-batch.test.ts', 'lib/worker/worker.test.ts'],
  13: ['lib/signatures/suppression/suppression.test.ts', 'lib/mail/suppression/suppression.test.ts'],
  15: ['lib/mail/gateway/outbox.test.ts', 'lib/outlive-log.test.ts'],
  17: ['e2e/rolling-upgrade.spec.ts'],
  18: ['scripts/database/apply-migrations.test.ts'],
  19: ['scripts/backup/restore-backup.test.ts'],
  20: ['lib/erasure/erasures.test.ts', 'lib/privacy/restored-backup.test.ts'],
  21: ['lib/ledger/paused-appenders.test.ts'],
  22: ['lib/ledger/sign-checkpoints.test.ts'],
  24: [
    'lib/web/server/create-http-server.test.ts',
    'lib/web/server/create-site-server.test.ts',
    'lib/web/server/serve-pages.test.ts',
  ],
  25: ['lib/web/server/start-framework.test.ts', 'lib/web/server/web-processes.test.ts'],
}
