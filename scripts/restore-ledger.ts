import { closeDb } from '@/lib/db'
import { restoreLeaves } from '@/lib/ledger/restore/restore-leaves'
import { BadArguments, readArguments } from './ledger/read-arguments'
import { restoredSentence } from './ledger/restored-sentence'
import { runCheck } from './ledger/run-check'

const usage = `Usage: npm run restore-ledger -- <petition> <mirror> [--policy file]

  npm run restore-ledger -- some-petition /backup/some-petition
  npm run restore-ledger -- some-petition https://mirror.example.org/some-petition

Puts the entries of a petition's ledger that a restored database lacks back from a mirror (npm run mirror), verified.
Stop the workers first. May be interrupted and repeated.`

try {
  await runCheck(async () => {
    const given = readArguments(process.argv.slice(2), ['policy'], usage)
    const [slug, place, ...more] = given.place
    if (!slug || !place || more.length > 0) throw new BadArguments(usage)
    const result = await restoreLeaves(slug, given.sourceAt(place), new Date(), await given.file('policy'))
    console.log(restoredSentence(slug, result))
    if (!result.ok) process.exitCode = 1
  })
} finally {
  await closeDb()
}
