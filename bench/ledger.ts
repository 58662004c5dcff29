import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { closeDb } from '@/lib/db'
import { ed25519Key } from '@/lib/ledger/node-suite'
import { applyMigrations } from '@/scripts/database/apply-migrations.mjs'
import { makeKeys } from '@/scripts/setup/keys.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { measureAppend, measureGrowth } from './ledger-append'
import { measureVerify } from './ledger-verify'
import { startBenchCluster } from './start-cluster'

// npm run bench:ledger: the cost of the ledger, as ratios, on this machine. LEDGER_SIZES and LEDGER_LEAVES shorten it.
const sizes = (process.env.LEDGER_SIZES ?? '1000,100000,5000000').split(',').map(Number)
const leaves = Number(process.env.LEDGER_LEAVES ?? 1_000_000)
const rounds = Number(process.env.LEDGER_ROUNDS ?? 7)

const verify = await measureVerify(leaves, Math.min(rounds, 5))
const cluster = await startBenchCluster()
const dataDir = await mkdtemp(join(tmpdir(), 'bench-ledger-'))
try {
  await openDatabase(cluster.url)
  const appended = await measureAppend(rounds * 3)
  const witnesses = { logs: [], witnesses: [], groups: [], quorum: 'none' }
  const signer = { keys: [ed25519Key(randomBytes(32))], url: 'https://bench.example.org/ledger', witnesses, dataDir }
  const growth = await measureGrowth(sizes, signer, rounds * 5)
  const text = report()
  await writeFile(join(root, 'bench', 'ledger-results.md'), text)
  console.log(text)

  function report(): string {
    const first = growth[0]
    return `# What the ledger costs

Made by \`npm run bench:ledger\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, PostgreSQL 18 (durable),
all on one machine that is shared. Medians; each pair was measured in turns. Trust the ratios.

| | | against | | ratio | bar |
|---|---|---|---|---|---|
| verify ${n(leaves)} leaves (entries, tiles, root, sum; from memory, one core) | ${verify.verify.toFixed(2)} s | as many SHA-256 of the same lengths alone | ${verify.hashes.toFixed(2)} s | **${verify.ratio.toFixed(2)}** | ≤ 3 |
| append 1,000 signatures (leaves, tree, states, totals) | ${appended.append.toFixed(1)} ms | the same leaves inserted and the same rows marked, plain | ${appended.plain.toFixed(1)} ms | **${appended.ratio.toFixed(2)}** | ≤ 2 |
| the same | ${appended.append.toFixed(1)} ms | the leaves inserted alone, no signature touched | ${appended.insert.toFixed(1)} ms | ${appended.ratioToInsert.toFixed(2)} | |

## Growth

| leaves before | append 100 (ms) | against the smallest | sign the head (ms) | against the smallest |
|---|---|---|---|---|
${growth.map((one) => `| ${n(one.size)} | ${one.append.toFixed(1)} | ${(one.append / (first?.append ?? 1)).toFixed(2)} | ${one.sign.toFixed(1)} | ${(one.sign / (first?.sign ?? 1)).toFixed(2)} |`).join('\n')}
`
  }
} finally {
  await closeDb()
  await cluster.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function openDatabase(url: (database: string) => string): Promise<void> {
  const admin = new pg.Client({ connectionString: url('postgres') })
  await admin.connect()
  await admin.query('DROP DATABASE IF EXISTS bench_ledger WITH (FORCE)')
  await admin.query('CREATE DATABASE bench_ledger')
  await admin.end()
  Object.assign(process.env, makeKeys(), {
    DATABASE_URL: url('bench_ledger'),
    SITE_URL: 'https://bench.example.org',
    DATA_DIR: dataDir,
  })
  const client = new pg.Client({ connectionString: url('bench_ledger') })
  await client.connect()
  await applyMigrations(client, join(root, 'prisma', 'migrations'))
  await client.end()
}

function n(number: number): string {
  return new Intl.NumberFormat('en').format(number)
}
