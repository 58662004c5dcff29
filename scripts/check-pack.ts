import { checkPack } from '@/lib/delivery/check-pack'
import { folderSource } from './folder-source'
import { identityIn } from './identity-in'
import { BadArguments, readArguments } from './ledger/read-arguments'
import { runCheck } from './ledger/run-check'

const usage = `Usage: npm run check-pack -- <folder> [--sha256 hash] [--policy file] [--identity file]

  npm run check-pack -- ./unpacked --sha256 <as the petition's page shows it>

Checks an unpacked delivery pack without any network (docs/ledger.md).
--sha256   the hash of its manifest, from the petition's page or the press
--policy   whom to trust: keys and witnesses of the ledger; without it, the pack's own word
--identity age identity of an addressee who received names: counts them, if they lie in the folder
Ends with 0 if all is right, 1 if something is wrong, 2 if it could not be checked.`

await runCheck(async () => {
  const given = readArguments(process.argv.slice(2), ['sha256', 'policy', 'identity'], usage)
  const [place, ...more] = given.place
  if (!place || more.length > 0) throw new BadArguments(usage)
  const report = await checkPack(folderSource(given.path(place)), {
    sha256: given.values.sha256,
    policy: await given.file('policy'),
    identity: identityIn(await given.file('identity')),
  })
  console.log(`${report.petition}, delivered on ${report.deliveredOn} to ${report.addressees.join('; ')}`)
  console.log(`${report.count} signatures, as of the ledger’s signed checkpoint`)
  console.log(
    `${report.proven} entries proven to be in the ledger: every sheet of paper, the first of every correction`,
  )
  console.log(`${report.files} files, each as in the manifest. SHA-256 of the manifest: ${report.sha256}`)
  for (const { path, here } of report.withheld)
    console.log(
      here
        ? `${path} is the file that this pack speaks of: its hash is in the manifest`
        : `${path} is not here: only the addressees who received it have it. Its hash is in the manifest`,
    )
  if (report.namesTo.length > 0) console.log(`Encrypted to ${report.namesTo.join('; ')}, as the manifest names them`)
  if (report.names) console.log(`${report.names.length} names, no more than signed online and are counted`)
  if (given.values.sha256 === undefined) console.log('Compare this hash with the one on the petition’s page.')
})
