import { db } from '@/lib/db'
import { isoDay } from '@/lib/input/day'
import { ledgerStatus } from '@/lib/ledger/ledger-status'
import { readLedgerFile } from '@/lib/ledger/read-ledger-file'
import { countriesOf } from '@/lib/petitions/countries'
import { petitionView } from '@/lib/petitions/petition-view'
import { locales } from '@/messages/translator'
import { COUNT_FILE, type PackCount, sumOf, WEEKS_FILE } from './count-file'
import { packLetter } from './letter'
import { makeProofs } from './make-proofs'
import type { PackFile, PackSubject } from './manifest'
import { PROOF_FILE } from './proof-file'
import { readMe } from './read-me'
import { packSummary } from './summary'
import { countByWeek, csv } from './weeks'

/**
 * Makes the files of a pack from the newest published checkpoint. They contain only public data.
 * @param namesTo the addressees that get names, in a separate file; null if none does
 * @returns the files and the ledger's size; null while the ledger is changing: try again
 */
export async function packFiles(
  petitionId: string,
  subject: PackSubject,
  site: string,
  namesTo: string[] | null,
): Promise<{ files: PackFile[]; size: number } | null> {
  const slug = subject.petition
  const status = await ledgerStatus(petitionId)
  const [weeks, countries, row] = [
    await countByWeek(petitionId),
    await countriesOf(petitionId, new Date()),
    await db().petition.findUniqueOrThrow({ where: { id: petitionId }, include: { texts: true, total: true } }),
  ]
  const fixed = await ledgerFiles(
    slug,
    row.texts.map(({ sha256 }) => Buffer.from(sha256).toString('hex')),
  )
  const proofs = status && (await makeProofs(petitionId, status.head.size))
  const after = await ledgerStatus(petitionId)
  if (!status || !row.total || !fixed || !after) return null
  const { composition, head, origin } = status
  const still = after.composition.size === head.size && composition.size === head.size
  const count: PackCount = {
    count: composition.net,
    asOf: head.asOf.toISOString(),
    added: composition.added,
    retracted: composition.retracted,
    ledger: { origin, size: head.size, root: head.root },
  }
  const ofWeeks = weeks.reduce((sum, { change }) => sum + change, 0)
  if (!still || sumOf(count) !== count.count || ofWeeks !== count.count) return null
  let soFar = 0
  const weekRows = weeks.map(({ from, change }) => {
    soFar += change
    return [isoDay(from), change, soFar]
  })
  const papers = locales
    .filter((locale) => locale !== 'ar-XB')
    .flatMap((locale) => {
      const petition = petitionView(row, locale)
      if (!petition) return []
      return [
        {
          path: `letter-${locale}.html`,
          body: Buffer.from(packLetter({ petition, subject, count, locale, site, namesTo })),
        },
        {
          path: `summary-${locale}.html`,
          body: Buffer.from(packSummary({ petition, subject, count, weeks, countries, locale, site })),
        },
      ]
    })
  const files = [
    { path: 'README.txt', body: Buffer.from(readMe(subject, site, namesTo)) },
    ...papers,
    { path: COUNT_FILE, body: Buffer.from(`${JSON.stringify(count, null, 2)}\n`) },
    { path: WEEKS_FILE, body: csv([['week_from', 'change', 'total'], ...weekRows]) },
    {
      path: 'numbers/by-country.csv',
      body: csv([['country', 'signatures'], ...countries.rows.map(({ country, count: n }) => [country, n])]),
    },
    { path: PROOF_FILE, body: Buffer.from(`${JSON.stringify(proofs)}\n`) },
    ...fixed,
  ]
  return { files, size: head.size }
}

/** The files that the public ledger serves, byte for byte. Null if one is missing. */
async function ledgerFiles(slug: string, texts: string[]): Promise<PackFile[] | null> {
  const paths: [path: string, at: string][] = [
    ...['checkpoint', 'policy', 'corrections.json', 'releases.json'].map((name): [string, string] => [
      `ledger/${name}`,
      name,
    ]),
    ...texts.map((hash): [string, string] => [`texts/${hash}.json`, `texts/${hash}.json`]),
  ]
  const files: PackFile[] = []
  for (const [path, at] of paths) {
    const file = await readLedgerFile(slug, at)
    if (!file) return null
    files.push({ path, body: Buffer.from(file.body) })
  }
  return files
}
