import { closeDb } from '@/lib/db'
import { putBackLeaves } from '@/lib/ledger/put-back/put-back-leaves'
import { putBackSentence } from './ledger/put-back-sentence'
import { BadArguments, readArguments } from './ledger/read-arguments'
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
    const result = await putBackLeaves(slug, given.sourceAt(place), new Date(), await given.file('policy'))
    console.log(putBackSentence(slug, result))
    if (!result.ok) process.exitCode = 1
  })
} finally {
  await closeDb()
}
