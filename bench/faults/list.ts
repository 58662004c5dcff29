import { moveClock } from './clock'
import { arrivals, exhaustConnections } from './exhaust'
import { fillLog } from './full-log'
import * as own from './own'
import { quick } from './quick'
import { minutes, soak, soakRate } from './soak'

/**
 * How a fault is injected: by our own code while people sign; by tests or stories that do it already; by the drill of
 * three servers; by that of an upgrade. patience: how long people wait for their mail, in seconds (45); rate: people a
 * second.
 */
export type How =
  | { inject: own.Inject; patience?: number; rate?: number }
  | { tests: string[] }
  | { stories: string[] }
  | { drill: string }
  | { upgrade: true }

export interface Fault {
  number: number
  what: string
  /** One after the other; it is survived if all are. */
  how: How[]
}

const asTested = (number: number) => ({ tests: quick[number] ?? [] })

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
  ['the mail provider is slow, answers 429, 5xx', asTested(11)],
  ['the mail provider accepts, and its answer is lost', asTested(12)],
  ['reports of bounces come doubled, out of order, forged, late', asTested(13)],
  ['the database’s disk is full', { drill: 'full' }],
  ['the disk of the logs is full; the outbox cannot be written', { inject: fillLog }, asTested(15)],
  [
    'the clock of a public process and the worker steps, at work, to an hour ahead, an hour late, a day ahead and back',
    { inject: moveClock },
  ],
  [
    'a new release is rolled out under load, and back; forms opened before it are sent to it',
    { stories: quick[17] ?? [] },
    { upgrade: true },
  ],
  ['a migration fails midway, or waits for a table', asTested(18)],
  ['a point in time is restored', asTested(19)],
  ['a restore revives nobody who was erased', asTested(20)],
  ['two appenders, one of which stands still past its time', asTested(21)],
  ['a crash between leaf, checkpoint and publication', asTested(22)],
  [
    `all connections of the database are taken for a minute, while ${arrivals} people a second come to read`,
    { inject: exhaustConnections },
  ],
  ['slow clients, large bodies and headers, very many paths', asTested(24)],
  ['the framework hangs or dies', asTested(25)],
  ['the limits’ table is emptied, again and again', { inject: own.loseLimits }],
  ['the worker has another key for a while', { inject: own.loseKey }],
  [`${minutes} minutes with faults of this list at random`, { inject: soak, rate: soakRate, patience: 120 }],
]

/** The 28 faults. */
export const allFaults: Fault[] = faults.map(([what, ...how], i) => ({ number: i + 1, what, how }))
