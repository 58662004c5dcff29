import { setTimeout as sleep } from 'node:timers/promises'
import { readWhole } from '@/lib/input/whole-number'
import { mirrorAuditHeads } from '@/lib/ledger/check/audit-heads'
import type { LedgerSource } from '@/lib/ledger/check/ledger-source'
import { mirrorLedger } from '@/lib/ledger/check/mirror-ledger'
import { formatReport } from './ledger/format-report'
import { BadArguments, readArguments } from './ledger/read-arguments'
import { runCheck } from './ledger/run-check'

const usage = `Usage: npm run mirror -- <address> --to <folder> [--policy file] [--every minutes]

  npm run mirror -- https://example.org/ledger/some-petition --to ./copy --every 10
  npm run mirror -- https://example.org/ledger/audit --to ./audit-copy --every 1440

Keeps a verified copy of a petition's ledger, or of the published heads of the audit record. Any web server can serve the folder, and check-ledger can check it.
Ends with 1 as soon as the ledger does not continue the copy: keep the folder, it is the evidence.`

await runCheck(async () => {
  const given = readArguments(process.argv.slice(2), ['to', 'policy', 'every'], usage)
  const { to, every } = given.values
  // At most a day: a timer set for more than 24 days fires at once, repeatedly.
  const minutes = every === undefined ? null : readWhole(every, 1_440)
  if (!to || (every !== undefined && !minutes)) throw new BadArguments(usage)
  const policy = await given.file('policy')
  for (;;) {
    console.log(await mirror(given.source(), given.path(to), policy))
    if (minutes === null) return
    await sleep(minutes * 60_000)
  }
})

/** The result as a sentence. */
async function mirror(source: LedgerSource, folder: string, policy?: string): Promise<string> {
  if (!source.name.endsWith('/ledger/audit'))
    return formatReport(await mirrorLedger(source, folder, policy), true)[0] ?? ''
  return `RIGHT: ${await mirrorAuditHeads(source, folder, policy)} heads of the audit record, each signed.`
}
