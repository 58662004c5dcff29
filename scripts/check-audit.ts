import { closeDb, db } from '@/lib/db'
import { env } from '@/lib/env'
import { auditHead } from '@/lib/ledger/audit-head/publish-audit-head'
import { readAuditHeads } from '@/lib/ledger/check/audit-heads'
import { ledgerSource } from '@/lib/ledger/check/ledger-source'
import { checkpointFolder, lastCheckpoint } from '@/lib/ledger/checkpoint-file'
import { parseCheckpoint } from '@/lib/ledger/log/checkpoint'
import { type AuditHead, check } from '@/lib/staff/audit/check'
import { BadArguments, readArguments } from './ledger/read-arguments'
import { runCheck } from './ledger/run-check'

const usage = `Usage: npm run check-audit [-- <number:hash, or the folder or address of a mirror> [--policy file]]

  npm run check-audit -- ./audit-copy

Whether the record of what staff did is whole and unaltered, and holds all its published heads: those in the database,
the last ones on this machine, and those given. Give some that were kept where nobody on this server can write.`

try {
  await runCheck(async () => {
    const given = readArguments(process.argv.slice(2), ['policy'], usage)
    const known = [...(await own()), ...(await elsewhere(given.place, given.path, await given.file('policy')))]
    const result = await check(known)
    if (result.ok)
      console.log(
        `The record is whole: ${result.entries} entries, ${known.length} published heads.\nIts head: ${result.head}`,
      )
    else console.log(`The audit log is NOT intact: entry ${result.seq} is ${result.reason.replace('_', ' ')}.`)
    process.exitCode = result.ok ? 0 : 1
  })
} finally {
  await closeDb()
}

/** The heads that this machine and its database know: an attacker who controls both can alter them. */
async function own(): Promise<AuditHead[]> {
  const kept = await lastCheckpoint(checkpointFolder('audit', env().DATA_DIR))
  const stored = await db().auditHead.findMany({ orderBy: { seq: 'asc' } })
  const heads = stored.flatMap(({ note }) => parseCheckpoint(note)?.checkpoint ?? [])
  return [...heads, ...(kept ? [kept] : [])].map(auditHead)
}

async function elsewhere(place: string[], path: (given: string) => string, policy?: string): Promise<AuditHead[]> {
  const [from, ...more] = place
  if (from === undefined) return []
  if (more.length > 0) throw new BadArguments(usage)
  const noted = /^(\d{1,15}):([0-9a-f]{64})$/.exec(from)
  if (noted) return [{ seq: BigInt(noted[1] ?? 0), hash: noted[2] ?? '' }]
  const { heads } = await readAuditHeads(ledgerSource(/^https?:/.test(from) ? from : path(from)), policy)
  return heads.map(({ head }) => auditHead(head))
}
