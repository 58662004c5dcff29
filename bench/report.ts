import { execFile } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { promisify } from 'node:util'
import type { ConfirmingFigures } from './confirming'
import type { Environment } from './environment'
import type { LagFigures } from './lag'
import type { PageFigures } from './page'
import type { SigningFigures } from './signing'

interface Results {
  machine: string
  seconds: number
  rounds: number
  page: PageFigures[]
  signing: SigningFigures[]
  confirming: ConfirmingFigures[]
  lag: LagFigures[]
}

/** The machine that was measured. */
export async function describeMachine({ targets }: Environment): Promise<string> {
  const { rows } = (await targets[0]?.client.query<{ v: string }>(`SELECT current_setting('server_version') AS v`)) ?? {
    rows: [],
  }
  const pgbench = await promisify(execFile)('pgbench', ['--version']).then(
    ({ stdout }) => stdout.trim(),
    () => 'no pgbench',
  )
  const cpu = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpu.length} × ${cpu[0]?.model.trim()}, ${memory} GB, Node ${process.version}, PostgreSQL ${rows[0]?.v} (durable), ${pgbench}; load generator, servers and database share the machine`
}

/** The results as Markdown: medians, and the ratios, which are the reliable figures. */
export function report({ machine, seconds, rounds, page, signing, confirming, lag }: Results): string {
  const first = signing[0]
  return `# Measurements

What else is measured, and where its figures are: [README.md](README.md).

Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. Medians of ${rounds} rounds of ${seconds} s, 32 connections, side by
side in one run. The machine is shared: trust the ratios, not the rates. The site runs with ROLE=web unless said otherwise.

## The petition page, cached, as a browser gets it (requests/s)
${table(
  [
    'signatures present',
    'site',
    'plain Node, same bytes',
    'ratio',
    'p99 ms, site and plain Node',
    'site while signing',
    'plain Node while signing',
    'ratio',
    'p99 ms, both while signing',
    'Next alone',
    'ratio',
    'first visitor after 8 idle seconds, ms: median, worst',
  ],
  page.map(({ size, site, raw, siteWhileSigning: a, rawWhileSigning: b, next, afterIdle }) => [
    n(size),
    n(site.rate),
    n(raw.rate),
    percent(site.rate / raw.rate),
    `${site.p99} / ${raw.p99}`,
    n(a.rate),
    n(b.rate),
    percent(a.rate / b.rate),
    `${a.p99} / ${b.p99}`,
    next ? n(next.rate) : '',
    next ? times(site.rate / next.rate) : '',
    `${n(afterIdle[Math.floor(afterIdle.length / 2)] ?? 0)}, ${n(afterIdle.at(-1) ?? 0)}`,
  ]),
)}
"While signing": 300 signings a second come in beside the readers.

## Signing, distinct addresses (requests/s)
${table(
  [
    'signatures present',
    'site',
    'p99 ms',
    'plain Node + pg',
    'ratio',
    'plain Node + pg, batched',
    'ratio',
    'empty handler through Next',
    'ratio',
    'pgbench',
    'ratio',
    'against the smallest',
  ],
  signing.map(({ size, site, raw, batched, empty, pgbench }) => [
    n(size),
    n(site.rate),
    n(site.p99),
    n(raw.rate),
    percent(site.rate / raw.rate),
    n(batched.rate),
    percent(site.rate / batched.rate),
    n(empty.rate),
    times(site.rate / empty.rate),
    pgbench ? n(pgbench) : 'not installed',
    pgbench ? percent(site.rate / pgbench) : '',
    first ? percent(site.rate / first.site.rate) : '',
  ]),
)}
## Confirming (requests/s)
${table(
  ['signatures present', 'site', 'plain Node + pg', 'ratio'],
  confirming.map(({ size, site, raw }) => [n(size), n(site.rate), n(raw.rate), percent(site.rate / raw.rate)]),
)}
## From the answer to Confirm until the public count includes it (ms)
${table(
  ['signatures present', 'confirmations/s', 'median', 'worst'],
  lag.map(({ size, rate, median, worst }) => [n(size), n(rate), n(median), n(worst)]),
)}
ROLE=all, 300 signings a second and their mail beside the confirmations.
`
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---:'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
    .concat('\n')
}

const n = (value: number) => Math.round(value).toLocaleString('en')
const percent = (ratio: number) => `${Math.round(ratio * 100)} %`
const times = (ratio: number) => `${ratio.toFixed(1)} ×`
