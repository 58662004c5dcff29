import type { Ledgers } from './read-ledgers'
import type { StatusLine } from './status-line'
import type { AuditFacts } from './system-report'
import { BATCH_LATE, LEDGER_LATE, MAX_CHECK_AGE, MAX_RECOUNT_AGE } from './thresholds'

/** Assesses whether confirmed signatures are counted, and whether ledgers are signed, cosigned and recounted. */
export function assessLedgers(
  ledgers: Ledgers,
  recount: { at: Date; isRight: boolean } | null,
  now: Date,
): StatusLine[] {
  const { logs, entries, signedAt } = ledgers
  return [
    signedAt
      ? { name: 'ledger', state: 'good', says: 'ledgerSigned', values: { logs, entries, at: signedAt } }
      : { name: 'ledger', state: 'unset', says: 'ledgerNone', values: {} },
    assessLag(ledgers, now),
    assessWitnesses(ledgers),
    assessRecount(recount, now),
    { name: 'mirror', state: 'unknown', says: 'mirrorElsewhere', values: {} },
  ]
}

/** A quiet petition waits on purpose, so it is late only if its batch is overdue. */
function assessLag({ toCount, oldest, dueAt }: Ledgers, now: Date): StatusLine {
  const since = (at: Date | null) => (at ? now.getTime() - at.getTime() : 0)
  const name = 'ledgerLag'
  const isDue = dueAt === null || since(dueAt) > BATCH_LATE
  if (toCount > 0 && isDue && since(oldest) > LEDGER_LATE)
    return { name, state: 'attention', says: 'lagLate', values: { toCount, age: { span: since(oldest) } } }
  return { name, state: 'good', says: toCount > 0 ? 'lagSome' : 'lagNone', values: { toCount } }
}

function assessWitnesses({ witnesses, isAlone }: Ledgers): StatusLine {
  const name = 'witnesses'
  if (witnesses.length === 0) return { name, state: 'unset', says: 'witnessesNone', values: {} }
  const times = witnesses.flatMap(({ cosignedAt }) => cosignedAt ?? [])
  const last = times.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null
  const values = { witnesses: witnesses.length, at: last }
  if (isAlone) return { name, state: 'attention', says: last ? 'witnessesAlone' : 'witnessesNever', values }
  return { name, state: 'good', says: last ? 'witnessesCosign' : 'witnessesAsked', values }
}

function assessRecount(recount: { at: Date; isRight: boolean } | null, now: Date): StatusLine {
  const name = 'recount'
  if (!recount) return { name, state: 'unset', says: 'recountNever', values: {} }
  const values = { at: recount.at }
  if (!recount.isRight) return { name, state: 'attention', says: 'recountWrong', values }
  if (now.getTime() - recount.at.getTime() > MAX_RECOUNT_AGE)
    return { name, state: 'attention', says: 'recountOld', values }
  return { name, state: 'good', says: 'recountRight', values }
}

/** Assesses the audit log by the last check of its chain. @param facts null: it was never checked */
export function assessAuditLog(facts: AuditFacts | null, now: Date): StatusLine {
  const name = 'auditLog'
  if (facts?.broken) return { name, state: 'attention', says: 'auditBroken', values: facts.broken }
  if (!facts?.checkedAt) return { name, state: 'unset', says: 'auditNever', values: {} }
  const values = { entries: Number(facts.upTo.seq), at: facts.checkedAt }
  if (now.getTime() - facts.checkedAt.getTime() > MAX_CHECK_AGE)
    return { name, state: 'attention', says: 'auditOld', values }
  return { name, state: 'good', says: 'auditWhole', values }
}
