import { expect, test } from 'vitest'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { mailOutcomes, workerFacts } from '@/test/worker-facts'
import { assessBackups } from './assess-backups'
import { assessAuditLog, assessLedgers } from './assess-ledgers'
import { assessClocks, assessDatabase, assessDisks, assessErasures, assessVersions } from './assess-machines'
import { assessMail, assessWorkers } from './assess-sending'
import type { Ledgers } from './read-ledgers'
import type { StatusLine } from './status-line'
import type { AuditFacts } from './system-report'

const now = new Date('2026-11-28T10:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const HOUR = 60
const DAY = 24 * HOUR

const queue = { waiting: 2, oldest: ago(1) }
const ledgers: Ledgers = {
  logs: 1,
  entries: 400,
  signedAt: ago(2),
  toCount: 3,
  oldest: ago(4),
  dueAt: ago(-3),
  witnesses: [{ name: 'one', cosignedAt: ago(2) }],
  isAlone: false,
}
const recount = { at: ago(5 * HOUR), isRight: true }
const database = { version: '18.1', size: 3e9, connections: 12, maxConnections: 100, isSafe: true }
const facts = workerFacts(now)
const audit: AuditFacts = {
  upTo: { seq: '7', hash: '' },
  checkedAt: ago(5 * HOUR),
  wholeAt: ago(3 * DAY),
  run: null,
  broken: null,
}
const own = { release: facts.release, clockAhead: -30 }

const afterMails = (change: Partial<typeof mailOutcomes>) =>
  assessMail(queue, { ...facts, mail: { ...facts.mail, outcomes: { ...mailOutcomes, ...change } } }, now)

/** The messages whose state is not good, each with its state. */
const wrong = (lines: StatusLine[]) =>
  lines.filter(({ state }) => state !== 'good').map(({ state, says }) => `${says} ${state}`)

test('a site on which everything is as it should be has nothing to say but what it cannot see', () => {
  const lines = [
    assessWorkers({ silentFor: 3_000, alive: 2 }),
    ...assessMail(queue, facts, now),
    ...assessLedgers(ledgers, recount, now),
    assessAuditLog(audit, now),
    ...assessBackups([facts], now),
    assessDatabase(database, false),
    ...assessDisks([facts]),
    assessClocks(own, [facts]),
    ...assessVersions(own, [facts], 0),
    assessErasures({ waiting: 0, oldest: null }, now),
  ]
  expect(wrong(lines)).toEqual(['mirrorElsewhere unknown'])
})

test.each<[string, StatusLine[], string[]]>([
  ['a worker that is silent', [assessWorkers({ silentFor: 60_000, alive: 0 })], ['workerSilent attention']],
  ['no worker ever', [assessWorkers({ silentFor: null, alive: 0 })], ['workerNever attention']],
  ['mail that is due for long', assessMail({ ...queue, oldest: ago(11) }, facts, now), ['mailQueueLate attention']],
  ['mail put off again and again', afterMails({ isFailing: true }), ['mailQueueRetried attention']],
  ['mail given up, once', afterMails({ isFailing: true, failed: 2 }), ['mailSomeFailed attention']],
  ['many bounces', afterMails({ bounced: 9 }), ['bouncesMany attention']],
  ['two of 400 complained', afterMails({ complained: 2 }), ['complaintsMany attention']],
  ['one of 400 complained', afterMails({ complained: 1 }), []],
  ['three of four bounced', afterMails({ bounced: 3, tried: 4 }), []],
  [
    'no checkpoint, nobody to cosign, no recount',
    assessLedgers({ ...ledgers, signedAt: null, witnesses: [] }, null, now),
    ['ledgerNone unset', 'witnessesNone unset', 'recountNever unset', 'mirrorElsewhere unknown'],
  ],
  [
    'a batch that was due',
    assessLedgers({ ...ledgers, oldest: ago(31), dueAt: ago(6) }, recount, now),
    ['lagLate attention', 'mirrorElsewhere unknown'],
  ],
  [
    'a quiet petition that waits for its hour',
    assessLedgers({ ...ledgers, oldest: ago(90), dueAt: ago(-30) }, recount, now),
    ['mirrorElsewhere unknown'],
  ],
  [
    'witnesses that stopped',
    assessLedgers({ ...ledgers, isAlone: true }, recount, now),
    ['witnessesAlone attention', 'mirrorElsewhere unknown'],
  ],
  [
    'a witness that never came, and a count that differs',
    assessLedgers(
      { ...ledgers, isAlone: true, witnesses: [{ name: 'one', cosignedAt: null }] },
      { at: ago(1), isRight: false },
      now,
    ),
    ['witnessesNever attention', 'recountWrong attention', 'mirrorElsewhere unknown'],
  ],
  [
    'a recount of before yesterday',
    assessLedgers(ledgers, { at: ago(37 * HOUR), isRight: true }, now),
    ['recountOld attention', 'mirrorElsewhere unknown'],
  ],
  ['an audit log that nobody read', [assessAuditLog(null, now)], ['auditNever unset']],
  [
    'an audit log of which the last check is of before yesterday',
    [assessAuditLog({ ...audit, checkedAt: ago(37 * HOUR) }, now)],
    ['auditOld attention'],
  ],
  ['an unsafe database', [assessDatabase({ ...database, isSafe: false }, false)], ['databaseUnsafe attention']],
  ['the same on a trial', [assessDatabase({ ...database, isSafe: false }, true)], []],
  ['few connections left', [assessDatabase({ ...database, connections: 81 }, false)], ['databaseFull attention']],
  ['a full disk', assessDisks([{ ...facts, freeDisk: 1e9 }]), ['diskLow attention']],
  ['clocks apart', [assessClocks({ ...own, clockAhead: -6_000 }, [facts])], ['clocksApart attention']],
  ['another release', assessVersions({ ...own, release: 'other' }, [facts], 0), ['releasesDiffer attention']],
  ['one release, of which no worker tells', assessVersions(own, [], 0), ['noWorkerReported unknown']],
  ['tables of before', assessVersions(own, [facts], 2), ['migrationsPending attention']],
  [
    'a start from sources, by an account of before',
    assessVersions({ ...own, release: null }, [facts], null),
    ['releaseNotBuilt unknown', 'migrationsUnknown unknown'],
  ],
  ['erasures that wait', [assessErasures({ waiting: 1, oldest: ago(11) }, now)], ['erasuresLate attention']],
])('says %s', (_, lines, said) => expect(wrong(lines)).toEqual(said))

test('says of a count that stopped that there are more', () => {
  const count = (waiting: number) => assessMail({ ...queue, waiting }, facts, now)[0]?.values
  expect(count(MAX_COUNTED)).toMatchObject({ waiting: MAX_COUNTED, more: 'false' })
  expect(count(MAX_COUNTED + 1)).toMatchObject({ waiting: MAX_COUNTED, more: 'true' })
})

test('says what has to stay free in the unit of the guides', () => {
  expect(assessDisks([{ ...facts, freeDisk: 4.9e9 }])[0]?.values.least).toEqual({ bytes: 5e9 })
})

const sender = (change: Partial<typeof facts.mail>) =>
  wrong(assessMail(queue, { ...facts, mail: { ...facts.mail, ...change } }, now))

test('says what is wrong with the sender, and not what nobody could look up', () => {
  expect(sender({ driver: 'outbox' })).toEqual(['senderOutbox unset'])
  expect(sender({ from: 'X <mail@localhost>' })).toEqual(['senderNoDomain unset'])
  expect(sender({ faults: null })).toEqual(['senderNotLookedUp unknown'])
  expect(sender({ faults: ['not_looked_up', 'no_spf'] })).toEqual(['senderNotLookedUp unknown'])
  expect(sender({ faults: ['no_spf', 'dmarc_none'] })).toEqual(['senderFaults attention'])
  expect(sender({ faults: ['no_dkim'] })).toEqual(['senderFaults attention'])
  // An unset option is no fault, and the page says how to set it.
  const unset = assessMail(queue, { ...facts, mail: { ...facts.mail, dkim: false } }, now)
  expect(unset.map(({ state, says }) => `${says} ${state}`)).toContain('senderFoundNoSelector good')
  expect(wrong(assessMail(queue, null, now))).toEqual(Array.from({ length: 3 }, () => 'noWorkerReported unknown'))
})

const backups = (change: Partial<NonNullable<typeof facts.backups>>) =>
  wrong(assessBackups([workerFacts(now, { backups: null }), { ...facts, backups: { ...backupFacts, ...change } }], now))
const backupFacts = facts.backups as NonNullable<typeof facts.backups>

test('says of backups what is late, by the worker that knows them', () => {
  expect(backups({})).toEqual([])
  expect(backups({ isRead: false })).toEqual(['backupUnreadable attention'])
  expect(backups({ backedUpAt: null })).toEqual(['backupNever attention'])
  expect(backups({ backedUpAt: ago(31 * HOUR) })).toEqual(['backupLate attention'])
  expect(backups({ archivedAt: ago(61) })).toEqual(['archiveStopped attention'])
  expect(backups({ archivedAt: null, drilledAt: null })).toEqual(['archiveUnset unset', 'drillNever attention'])
  expect(backups({ drilledAt: ago(32 * DAY) })).toEqual(['drillLate attention'])
  expect(wrong(assessBackups([], now))).toEqual(Array(3).fill('noWorkerReported unknown'))
  expect(wrong(assessBackups([workerFacts(now, { backups: null })], now))).toEqual([
    'backupUnset unset',
    'archiveUnset unset',
    'drillUnset unset',
  ])
})
