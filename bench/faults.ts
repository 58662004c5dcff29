import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from '@/scripts/setup/root.mjs'
import { allFaults, type Fault } from './faults/list'
import { quick } from './faults/quick'
import { type Outcome, runFault } from './faults/run-fault'
import { openUnderLoad, type UnderLoad } from './faults/under-load'

// npm run faults: injects the 28 faults, and checks each time that nothing acknowledged is lost and nothing doubled.
// FAULTS: numbers, such as 1,4 (all); FAULTS_RATE: people a second (10); FAULTS_KILLS (50); FAULTS_OUTAGE: of the mail
// server, in seconds (3600); FAULTS_ARRIVALS: readers a second (2000); FAULTS_SOAK: minutes (60), FAULTS_SOAK_RATE
// (200); FAULTS_SEED.
const wanted = process.env.FAULTS?.split(',').map(Number)
const rate = Number(process.env.FAULTS_RATE ?? 10)
const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000)

const file = join(root, 'bench', 'faults.md')
const opened: { load?: UnderLoad } = {}
let failed = 0
const notYet: Outcome = { result: 'not run', said: 'not yet, for these results' }
try {
  for (const fault of allFaults) {
    if (wanted && !wanted.includes(fault.number)) continue
    console.log(`${fault.number}: ${fault.what}`)
    const began = performance.now()
    const outcome = await runFault(fault, { rate, seed, load: openOnce }).catch(broke)
    if (outcome.result === 'FAILED') failed += 1
    const line = lineOf(fault, outcome, (performance.now() - began) / 1_000)
    console.log(line)
    await keep(fault.number, line)
  }
} finally {
  await opened.load?.stop()
}
process.exitCode = failed > 0 ? 1 : 0

async function openOnce(): Promise<UnderLoad> {
  opened.load ??= await openUnderLoad(seed)
  return opened.load
}

function broke(error: Error): Outcome {
  return { result: 'FAILED', said: error.message.split('\n')[0] ?? '' }
}

function lineOf({ number, what }: Fault, { result, said }: Outcome, seconds: number): string {
  const date = new Date().toISOString().slice(0, 10)
  const tested = quick[number]?.map((file) => `\`${file}\``).join(', ') ?? ''
  return `| ${number} | ${what} | **${result}** | ${said} | ${Math.round(seconds)} | ${date} | ${tested} |`
}

/** Writes a fault's line into the results, which keep the last run of each, and say which never ran. */
async function keep(number: number, line: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const kept = new Map(
    text.split('\n').flatMap((one) => (/^\| \d/.test(one) ? [[Number(one.split('|')[1]), one]] : [])),
  )
  kept.set(number, line)
  for (const fault of allFaults) if (!kept.has(fault.number)) kept.set(fault.number, lineOf(fault, notYet, 0))
  const lines = [...kept].sort(([a], [b]) => a - b).map(([, one]) => one)
  await writeFile(file, report(lines))
}

function report(lines: string[]): string {
  const cpu = cpus()
  const machine = `${cpu.length} × ${cpu[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
  const count = (result: Outcome['result']) => lines.filter((line) => line.includes(`| **${result}** |`)).length
  return `# 28 faults

Made by \`npm run faults\`: ${machine}; a line is of the last run of its fault, unless a note in it says otherwise, with the code of that hour. Where lines of runs in several copies of this repository are put together by hand, each is as its run wrote it, but for notes, the last column and what was not run. ${count('survived')} survived, ${count('FAILED')} failed, ${count('not run')} not run.

Where people sign: they come at a steady rate, whether or not those before them are done, to two public processes without a proxy in front, and a worker, on a durable PostgreSQL, each with its account: the petition's page, the form, the mail, its link, confirm. Then every form and confirmation that was acknowledged must be there once, ledger, rows and totals must agree, the published ledger must be whole, and no log may hold an address. Nobody tries again, and who has no mail after 45 s gives up: what somebody saw as an error is told, and is no failure here. Elsewhere tests or stories inject the fault, with oracles of their own.

| | fault | result | | s | run on | \`npm test\` injects it too, by |
| ---: | --- | --- | --- | ---: | --- | --- |
${lines.join('\n')}
`
}
