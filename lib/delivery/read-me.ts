import { COUNT_FILE, WEEKS_FILE } from './count-file'
import { MANIFEST, NAMES_FILE, type PackSubject } from './manifest'
import { PROOF_FILE } from './proof-file'

/**
 * Describes the content of a pack and how to check it, in English for technical readers.
 * @param namesTo the addressees that get names with it; null if none does
 */
export function readMe(
  { petition, deliveredOn, addressees }: PackSubject,
  site: string,
  namesTo: string[] | null,
): string {
  return `Delivery of the petition "${petition}"
To:   ${addressees.join('\n      ')}
Date: ${deliveredOn}

This pack names no signatory. Everything in it is public.

letter-….html           the letter to the offices named above, in each language of the site
summary-….html          the count in words and tables, to read and print, in the same languages
*.pdf                   letters and summaries as accessible PDFs, if this pack was made where a browser is
${COUNT_FILE}      the count and its parts: online, on paper, withdrawn, removed
${WEEKS_FILE}     by how much the count moved in each week (from Monday, UTC)
numbers/by-country.csv  claimed countries, lowered by up to nine, then rounded down to five; small ones are left out
ledger/                 the signed checkpoint of the public ledger, its keys, and the log of corrections
${PROOF_FILE}     that each sheet of paper, and each correction, is an entry of that ledger
texts/                  every text that was signed; the name of each is its SHA-256
${MANIFEST}           the SHA-256 of every other file

To check the pack, without any network, in a copy of the site's source code:

  npm run check-pack -- <this folder> --sha256 <as shown at ${site}/en/petitions/${petition}>

To check that the ledger adds up to the count, and has never gone back on this checkpoint:

  npm run check-ledger -- ${site}/ledger/${petition} --policy <this folder>/ledger/policy --since <this folder>/ledger/checkpoint
${namesTo ? aboutNames(namesTo) : ''}`
}

const aboutNames = (offices: string[]) => `
Beside this pack, ${offices.join('; ') || 'one addressee'} received ${NAMES_FILE}: the names of those who are counted
here and chose that a name is shown, each as chosen, encrypted to the key of each of these offices. ${MANIFEST} lists its
hash under "withheld", and offices and keys under "namesTo". Whoever has it lays it into this folder, where check-pack
compares it, and opens it with the identity of their key:

  age --decrypt --identity <identity file> ${NAMES_FILE} > names.csv

It says who signed: keep it as you would keep their safety.
`
