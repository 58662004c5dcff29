import { writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { closeDb, pool } from '@/lib/db'
import { countFacets } from '@/lib/signatures/count-facets'
import { seedDemo } from '@/prisma/seed/demo/seed-demo'
import { seed } from '@/prisma/seed/seed'
import { applyMigrations } from '@/scripts/database/apply-migrations.mjs'
import { makeKeys } from '@/scripts/setup/keys.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { measurePages, type PageFigures } from './admin-pages'
import { questions } from './admin-queries'
import { measureRules, type RuleFigures, someone } from './admin-rules'
import { SLUG } from './environment'
import { startBenchCluster } from './start-cluster'

// npm run bench:admin: how long staff wait, at each size. ADMIN_SIZES and ADMIN_ROUNDS shorten it.
const sizes = (process.env.ADMIN_SIZES ?? '1000000,5000000').split(',').map(Number)
const rounds = Number(process.env.ADMIN_ROUNDS ?? 20)
/** More than of a question: one of twenty answers that a page has to wait for would decide its p95. */
const PAGE_ROUNDS = 3 * rounds

interface Figures {
  size: number
  filled: number
  /** The worker's recount of languages and members. */
  facets: number
  answers: { name: string; p50: number; p95: number }[]
  rules: RuleFigures[]
  pages: PageFigures[]
}

const cluster = await startBenchCluster()
try {
  await openDatabase()
  const figures: Figures[] = []
  for (const size of sizes) figures.push(await measure(size))
  const text = report(figures)
  await writeFile(join(root, 'bench', 'admin-results.md'), text)
  console.log(text)
} finally {
  await closeDb()
  await cluster.stop()
}

/** One database that grows from size to size. */
async function openDatabase(): Promise<void> {
  const admin = new pg.Client({ connectionString: cluster.url('postgres') })
  await admin.connect()
  await admin.query('DROP DATABASE IF EXISTS bench_admin WITH (FORCE)')
  await admin.query('CREATE DATABASE bench_admin')
  await admin.end()
  Object.assign(process.env, makeKeys(), {
    DATABASE_URL: cluster.url('bench_admin'),
    SITE_URL: 'http://localhost:3000',
    DATA_DIR: join(root, '.data', 'bench', 'admin'),
  })
  const client = new pg.Client({ connectionString: cluster.url('bench_admin') })
  await client.connect()
  await applyMigrations(client, join(root, 'prisma', 'migrations'))
  await client.end()
  await seed(new Date())
}

async function measure(size: number): Promise<Figures> {
  const began = performance.now()
  await seedDemo(SLUG, size, new Date(), {
    progress: (done) => done % 500_000 === 0 && console.log(`${done.toLocaleString('en')} signatures …`),
  })
  const filled = (performance.now() - began) / 1000
  // Otherwise PostgreSQL works off the filling while the first answers are measured.
  await pool().query('VACUUM (ANALYZE)')
  await pool().query('CHECKPOINT')
  const counting = performance.now()
  await countFacets(new Date())
  const facets = (performance.now() - counting) / 1000
  const by = await someone()
  const answers: Figures['answers'] = []
  for (const { name, ask } of await questions(by)) {
    await ask(0)
    const times: number[] = []
    for (let i = 1; i <= rounds; i += 1) {
      const at = performance.now()
      await ask(i)
      times.push(performance.now() - at)
    }
    times.sort((a, b) => a - b)
    answers.push({ name, p50: times[Math.floor(rounds / 2)] ?? 0, p95: times[Math.ceil(rounds * 0.95) - 1] ?? 0 })
  }
  return { size, filled, facets, answers, rules: await measureRules(by), pages: await measurePages(PAGE_ROUNDS) }
}

function report(figures: Figures[]): string {
  const heads = figures.flatMap(({ size }) => [`${n(size)}: p50`, 'p95'])
  const names = figures[0]?.answers.map(({ name }) => name) ?? []
  const rules = figures[0]?.rules.map(({ name }) => name) ?? []
  return `# Response times of the admin area

Made by \`npm run bench:admin\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, PostgreSQL 18 (durable, 256 MB
of its own memory); all on one machine that is shared. Made-up signatures (\`npm run seed:demo\`), one of them in fifty in a
flood from one country. Each question was asked ${rounds} times in turn, after once. ms, without making the page: that adds some 10 ms.
The bar is a p95 of 300 ms.

| | ${heads.join(' | ')} |
|---|${heads.map(() => '---:|').join('')}
${names.map((name) => `| ${name} | ${figures.flatMap(({ answers }) => cells(answers.find((one) => one.name === name))).join(' | ')} |`).join('\n')}

## Every page

Each kind of page that links from Home lead to, as an owner gets it over HTTP from the built process of the admin area, beside a worker, in
ms, asked for ${PAGE_ROUNDS} times; the bar is a p95 of 150 ms at a million. Weights are at the largest size, in KB: the HTML as it is (Home at most 40, lists 45), scripts compressed (25 of our own; pages
on which a component of ours runs have the framework with it).

| | ${heads.join(' | ')} | HTML | scripts |
|---|${heads.map(() => '---:|').join('')}---:|---:|
${pageRows(figures).join('\n')}

## Counting a rule, each signature written down

| | ${figures.flatMap(({ size }) => [`${n(size)}: signatures`, 'seconds']).join(' | ')} |
|---|${figures.map(() => '---:|---:|').join('')}
${rules
  .map((name) => {
    const found = figures.map((one) => one.rules.find((rule) => rule.name === name))
    return `| ${name} | ${found.flatMap((rule) => [n(rule?.signatures ?? 0), (rule?.seconds ?? 0).toFixed(1)]).join(' | ')} |`
  })
  .join('\n')}

Filling: ${figures.map(({ size, filled }) => `up to ${n(size)} in ${filled.toFixed(0)} s`).join(', ')}, sealed one by one, with ledger and totals. Languages
and members counted again by the worker: ${figures.map(({ size, facets }) => `${facets.toFixed(1)} s at ${n(size)}`).join(', ')}.
`
}

function pageRows(figures: Figures[]): string[] {
  const kb = (bytes: number) => (bytes / 1000).toFixed(0)
  const largest = figures.at(-1)?.pages ?? []
  return largest.map(({ path, html, scripts }) => {
    const times = figures.flatMap(({ pages }) => cells(pages.find((one) => one.path === path)))
    return `| \`${path}\` | ${times.join(' | ')} | ${kb(html)} | ${kb(scripts)} |`
  })
}

function cells(answer: { p50: number; p95: number } | undefined): string[] {
  return answer ? [answer.p50.toFixed(0), answer.p95.toFixed(0)] : ['', '']
}

function n(number: number): string {
  return new Intl.NumberFormat('en').format(number)
}
