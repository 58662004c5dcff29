import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { checkScript } from './ledger/check-script'

// Builds public/check.js, the receipt checker of the page /check, from components/check/receipt-script.ts. It is
// committed, readable, so that anyone can see what the site serves; a test fails when it is out of date.
await writeFile(fileURLToPath(new URL('../public/check.js', import.meta.url)), await checkScript())
