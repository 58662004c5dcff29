import { closeDb } from '@/lib/db'
import { type Recount, recount } from '@/lib/ledger/recount'
import { noteRecount } from '@/lib/overview/status/system-report'
import { redactError } from '@/lib/redact-error'

// Counts every petition by the ledger's leaves, by the signature rows and by the totals, and compares the three.
const counts = await recount()
const wrong = counts.filter(({ differences }) => differences.length > 0)
// For the page of the system's status. An account that may only read counts as well.
await noteRecount(wrong.length === 0, new Date()).catch((error: unknown) =>
  console.error(`The result could not be noted for the staff: ${redactError(error, 1)}`),
)
await closeDb()
for (const count of counts) console.log(sentence(count))
console.log(
  wrong.length === 0
    ? 'The count is right: ledger, signatures and totals agree.'
    : `The count is WRONG for ${wrong.map(({ slug }) => slug).join(', ')}.`,
)
process.exitCode = wrong.length === 0 ? 0 : 1

function sentence({ slug, ledger, differences }: Recount): string {
  if (differences.length > 0) return `${slug}: ${differences.join('; ')}`
  return `${slug}: ${ledger?.net} signatures, in ${ledger?.size} leaves, rows and totals alike`
}
