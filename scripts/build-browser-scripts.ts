import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { browserScript, sources } from './setup/browser-script'

// Builds the scripts of public/ that are made of more than one file: check.js, the receipt checker of the page /check,
// passkey.js, palette.js and pick.js. They are committed; a test fails when one is out of date.
for (const name of Object.keys(sources) as (keyof typeof sources)[])
  await writeFile(fileURLToPath(new URL(`../public/${name}`, import.meta.url)), await browserScript(name))
