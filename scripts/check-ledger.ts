import { checkLedger } from '@/lib/ledger/check/check-ledger'
import { formatReport } from './ledger/format-report'
import { readArguments } from './ledger/read-arguments'
import { runCheck } from './ledger/run-check'

const usage = `Usage: npm run check-ledger -- <address or folder> [--policy file] [--since checkpoint] [--receipt file]

  npm run check-ledger -- https://example.org/ledger/some-petition

Downloads a petition's ledger, recomputes it and compares what the site says of it (docs/ledger.md).
--policy   whom to trust: keys, witnesses, quorum; without it, the log's own word
--since    a checkpoint from earlier or from somebody else, which the ledger must continue
--receipt  a receipt, whose leaf must be in the ledger
Ends with 0 if all is right, 1 if something is wrong, 2 if it could not be checked.`

await runCheck(async () => {
  const given = readArguments(process.argv.slice(2), ['policy', 'since', 'receipt'], usage)
  const [policy, since, receipt] = [await given.file('policy'), await given.file('since'), await given.file('receipt')]
  const report = await checkLedger(given.source(), { policy, since, receipt })
  for (const line of formatReport(report, policy !== undefined)) console.log(line)
})
