import { closeDb } from '@/lib/db'
import { settingsOrExit } from '@/lib/settings-or-exit'
import { findDangers } from './production/find-dangers'
import { readFacts } from './production/read-facts'

// npm run production:check: with the environment of the process that is to be checked.
settingsOrExit()
const dangers = findDangers(await readFacts())
await closeDb()
for (const danger of dangers) console.log(`- ${danger}`)
console.log(dangers.length > 0 ? `\n${dangers.length} to mend.` : 'Nothing missing or dangerous was found.')
process.exitCode = dangers.length > 0 ? 1 : 0
