import { closeDb } from '@/lib/db'
import { type Recount, recount } from '@/lib/ledger/recount'

// Counts every petition by the ledger's leaves, by the signature rows and by the totals, and compares the three.
const counts = await recount()
await closeDb()
for (const count of counts) console.log(sentence(count))
const wrong = counts.filter(({ differences }) => differences.length > 0)
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
