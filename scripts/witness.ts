import { readWhole } from '@/lib/input/whole-number'
import { parsePolicy } from '@/lib/ledger/log/policy'
import { formatVkey } from '@/lib/ledger/log/vkey'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { openWitness, serveWitness } from '@/lib/ledger/witness/open-witness'
import { BadArguments, readArguments } from './ledger/read-arguments'
import { runCheck } from './ledger/run-check'

const usage = `Usage: npm run witness -- --name <name> --policy <file> [--state folder] [--port number] [--host address]

  npm run witness -- --name witness.example.org/one --policy ./policy --port 3500

Runs a witness for the ledgers in the policy (the file served at <ledger>/policy): it cosigns a head only if the
head continues the last one, and remembers it. Keep the state folder: it is the key and the memory.`

await runCheck(async () => {
  const given = readArguments(process.argv.slice(2), ['name', 'policy', 'state', 'port', 'host'], usage)
  const { name, state = './witness', port = '3500', host = '127.0.0.1' } = given.values
  const policy = await given.file('policy')
  const at = readWhole(port, 65_535)
  if (at === null || !name || /[\s+]/.test(name) || policy === undefined) throw new BadArguments(usage)
  const witness = await openWitness(name, given.path(state), await parsePolicy(policy, nodeSuite))
  const server = serveWitness(witness)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ port: at, host }, resolve)
  })
  console.log(
    `Witnessing at http://${host}:${port}/ as\n\nwitness ${name.replaceAll('/', '-')} ${formatVkey(witness.vkey)} http://${host}:${port}/`,
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())
})
