import { moveClock } from './clock'
import { arrivals, exhaustConnections } from './exhaust'
import { fillLog } from './full-log'
import * as own from './own'
import { minutes, soak, soakRate } from './soak'

/**
 * How a fault is injected: by our own code while people sign; by tests or stories that do it already; by the drill of
 * three servers. patience: how long people wait for their mail, in seconds (45); rate: people a second.
 */
export type How =
  | { inject: own.Inject; patience?: number; rate?: number }
  | { tests: string[] }
  | { stories: string[] }
  | { drill: string }

export interface Fault {
  number: number
  what: string
  /** One after the other; it is survived if all are. */
  how: How[]
}

const faults: [string, ...How[]][] = [
  [`a public process is killed (\`kill -9\`) at random, ${own.kills} times`, { inject: own.killWebs }],
  [`the worker is killed in the middle of its batches, ${own.kills} times`, { inject: own.killWorker }],
  ['PostgreSQL is killed', { inject: own.killDatabase }],
  ['power cut: everything is killed at once, and started again', { inject: own.powerCut }],
  ['the database restarts in order', { inject: own.restartDatabase }],
  ['a synchronous standby takes over', { drill: 'killed' }],
  ['the old leader comes back, and writes nothing more', { drill: 'silent,cut' }],
  ['the network to the database is cut for 1, 10 and 60 s, connections stay half open', { inject: own.cutNetwork }],
  ['each statement takes half a second longer', { inject: own.slowDatabase }],
  // The last of them waits for as long as the worker waits between two attempts.
  [`the mail server is down for ${own.outage} s`, { inject: own.loseMail, patience: own.outage + 1_200 }],
  [
    'the mail provider is slow, answers 429, 5xx',
    { tests: ['lib/mail/gateway/resend.test.ts', 'lib/mail/gateway/smtp.test.ts', 'lib/mail/send-due.test.ts'] },
  ],
  [
    'the mail provider accepts, and its answer is lost',
    { tests: ['lib/mail/settle-batch.test.ts', 'lib/jobs/worker.test.ts'] },
  ],
  [
    'reports of bounces come doubled, out of order, forged, late',
    { tests: ['lib/signatures/suppression/suppression.test.ts', 'lib/mail/suppression/suppression.test.ts'] },
  ],
  ['the database’s disk is full', { drill: 'full' }],
  [
    'the disk of the logs is full; the outbox cannot be written',
    { inject: fillLog },
    { tests: ['lib/mail/gateway/outbox.test.ts', 'lib/outlive-log.test.ts'] },
  ],
  [
    'the clock of a public process and the worker steps, at work, to an hour ahead, an hour late, a day ahead and back',
    { inject: moveClock },
  ],
  ['a new release is rolled out under load', { stories: ['e2e/rolling-upgrade.spec.ts'] }],
  ['a migration fails midway, or waits for a table', { tests: ['scripts/database/apply-migrations.test.ts'] }],
  ['a point in time is restored', { tests: ['scripts/backup/restore-backup.test.ts'] }],
  [
    'a restore revives nobody who was erased',
    { tests: ['lib/erasure/erasures.test.ts', 'lib/privacy/restored-backup.test.ts'] },
  ],
  ['two appenders, one of which stands still past its time', { tests: ['lib/ledger/paused-appenders.test.ts'] }],
  ['a crash between leaf, checkpoint and publication', { tests: ['lib/ledger/sign-checkpoints.test.ts'] }],
  [
    `all connections of the database are taken for a minute, while ${arrivals} people a second come to read`,
    { inject: exhaustConnections },
  ],
  [
    'slow clients, large bodies and headers, very many paths',
    {
      tests: [
        'lib/web/server/create-http-server.test.ts',
        'lib/web/server/create-site-server.test.ts',
        'lib/web/server/serve-pages.test.ts',
      ],
    },
  ],
  [
    'the framework hangs or dies',
    { tests: ['lib/web/server/start-framework.test.ts', 'lib/web/server/web-processes.test.ts'] },
  ],
  ['the limits’ table is emptied, again and again', { inject: own.loseLimits }],
  ['the worker has another key for a while', { inject: own.loseKey }],
  [`${minutes} minutes with faults of this list at random`, { inject: soak, rate: soakRate, patience: 120 }],
]

/** The 28 faults. */
export const allFaults: Fault[] = faults.map(([what, ...how], i) => ({ number: i + 1, what, how }))
