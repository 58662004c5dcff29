import { setTimeout as sleep } from 'node:timers/promises'
import { tsx } from '@/bench/programs'
import { startProcess } from '@/scripts/setup/start-process.mjs'
import { runE2e } from '@/test/run-e2e.mjs'
import { runVitest } from '@/test/run-vitest.mjs'
import { countUp } from '../failover/count-up'
import { type Person, sendSigners } from '../failover/signers'
import type { Fault, How } from './list'
import type { UnderLoad } from './under-load'

export interface Outcome {
  result: 'survived' | 'FAILED' | 'not run'
  /** In a sentence. */
  said: string
}

interface Options {
  /** People a second. */
  rate: number
  seed: number
  /** Opens the site, at the first fault that needs it. */
  load: () => Promise<UnderLoad>
}

/** Injects a fault in each of its ways, and says what came of it. */
export async function runFault({ number, how }: Fault, options: Options): Promise<Outcome> {
  const outcomes: Outcome[] = []
  for (const one of how) outcomes.push(await runOne(`fault${number}`, one, options))
  const worst = (['FAILED', 'not run'] as const).find((bad) => outcomes.some(({ result }) => result === bad))
  return { result: worst ?? 'survived', said: outcomes.map(({ said }) => said).join('; ') }
}

async function runOne(name: string, how: How, options: Options): Promise<Outcome> {
  if ('inject' in how) return underLoad(name, how, options)
  if ('tests' in how) return byTests(await runVitest(how.tests), how.tests)
  if ('stories' in how) return byTests(await runE2e(how.stories), how.stories)
  if ('upgrade' in how) return byUpgrade()
  return byDrill(how.drill, options.rate)
}

async function underLoad(name: string, how: Extract<How, { inject: unknown }>, options: Options): Promise<Outcome> {
  const { rate = options.rate, patience = 45 } = how
  const load = await options.load()
  const before = load.site.said().length
  const mailedBefore = load.sink.doubled()
  const signers = sendSigners(load.site.webs, load.sink, rate, name, { patience })
  await sleep(3_000)
  const told = await how.inject(load)
  await sleep(3_000)
  await signers.stop()
  if (told?.result === 'not run') return { result: 'not run', said: told.said }
  const counted = await countUp(signers.people, load.site.webs[0] ?? '')
  const leaked = namesIn(load.site.said().slice(before), signers.people)
  const mailed = load.sink.doubled() - mailedBefore
  const { signed, confirmed, lost, doubled, faults } = counted
  const whole = signed > 0 && lost + doubled + mailed + faults.length + leaked === 0
  return {
    result: whole && told?.result !== 'FAILED' ? 'survived' : 'FAILED',
    said: `${signers.people.length} people, ${signed} forms and ${confirmed} confirmations acknowledged: ${lost} lost, ${doubled} counted twice, ${mailed} mailed twice, ${leaked} named in the logs; ${faults.join('; ') || 'ledger, rows and totals agree'}; ${told ? `${told.said}; ` : ''}${errorsOf(signers.people)} (${rate} a second, seed ${options.seed})`,
  }
}

/** The share of people who saw an error, and which. */
function errorsOf(people: Person[]): string {
  const kinds = new Map<string, number>()
  for (const { error } of people) if (error) kinds.set(error, (kinds.get(error) ?? 0) + 1)
  const all = [...kinds.values()].reduce((sum, times) => sum + times, 0)
  const said = [...kinds].map(([error, times]) => `${times} × ${error}`).join(', ')
  return `${((100 * all) / Math.max(1, people.length)).toFixed(1)} % saw an error${said && ` (${said})`}`
}

/** How many people's addresses stand in what the processes said: read once, for there may be half a million people. */
function namesIn(log: string, people: Person[]): number {
  const named = new Set(log.match(/[\w.+-]+@[\w.-]+\w/g))
  return people.filter(({ email }) => named.has(email)).length
}

function byTests({ passed, failed }: { passed: number; failed: number }, files: string[]): Outcome {
  const said = `${passed} passed, ${failed} failed: ${files.map((file) => `\`${file}\``).join(', ')}`
  return { result: failed === 0 && passed > 0 ? 'survived' : 'FAILED', said }
}

async function byDrill(faults: string, rate: number): Promise<Outcome> {
  const { skipped, code, rows } = await runDrill('failover', { FAILOVER_FAULTS: faults, FAILOVER_RATE: String(rate) })
  if (skipped) return { result: 'not run', said: skipped }
  return {
    result: code === 0 && rows.length === faults.split(',').length ? 'survived' : 'FAILED',
    said: `\`npm run drill:failover\` (the columns are those of [failover.md](failover.md)): ${rows.join('; ')} (${rate} a second)`,
  }
}

async function byUpgrade(): Promise<Outcome> {
  const { skipped, code, rows } = await runDrill('upgrade', {})
  if (skipped) return { result: 'not run', said: skipped }
  return {
    result: code === 0 ? 'survived' : 'FAILED',
    said: `\`npm run drill:upgrade\` (the columns are those of [upgrade.md](upgrade.md)): ${rows.join('; ')}`,
  }
}

/** Runs a drill. @returns also the lines of its table, which it may say twice */
async function runDrill(name: string, more: NodeJS.Dict<string>) {
  const { child, ended } = startProcess([tsx, `bench/${name}.ts`], { env: { ...process.env, ...more }, output: 'pipe' })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => {
      said += text
    })
  }
  const code = await ended
  const lines = new Set(said.split('\n').filter((line) => /^\| .*\d \+ \d/.test(line) || /^\| .*\*\*/.test(line)))
  const rows = [...lines].map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
      .join(', '),
  )
  if (rows.length === 0) rows.push(said.match(/^.*Error: .*/m)?.[0] ?? `it ended with ${code}`)
  return { code, rows, skipped: /^Skipped: .*/m.exec(said)?.[0] }
}
