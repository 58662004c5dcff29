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
  /** Opens the site, at the first fault that needs it. */
  load: () => Promise<UnderLoad>
}

/** Injects a fault, and says what came of it. */
export async function runFault({ number, how }: Fault, options: Options): Promise<Outcome> {
  if ('inject' in how) return underLoad(`fault${number}`, how.inject, options)
  if ('tests' in how) return byTests(await runVitest(how.tests), how.tests)
  if ('stories' in how) return byTests(await runE2e(how.stories), how.stories)
  if ('drill' in how) return byDrill(how.drill, options.rate)
  return { result: 'not run', said: how.not }
}

async function underLoad(name: string, inject: Extract<How, { inject: unknown }>['inject'], options: Options) {
  const load = await options.load()
  const before = load.site.said().length
  const signers = sendSigners(load.site.webs, load.sink, options.rate, name, 45)
  await sleep(3_000)
  const why = await inject(load)
  await sleep(3_000)
  await signers.stop()
  if (why !== null) return { result: 'not run' as const, said: why }
  const counted = await countUp(signers.people, load.site.webs[0] ?? '')
  const leaked = namesIn(load.site.said().slice(before), signers.people)
  const { signed, confirmed, lost, doubled, faults } = counted
  const survived = signed > 0 && lost + doubled + faults.length + leaked === 0
  return {
    result: survived ? ('survived' as const) : ('FAILED' as const),
    said: `${signers.people.length} people, ${signed} forms and ${confirmed} confirmations acknowledged: ${lost} lost, ${doubled} counted twice, ${leaked} named in the logs; ${faults.join('; ') || 'ledger, rows and totals agree'}; ${errorsOf(signers.people)}`,
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

/** How many people's addresses stand in what the processes said. */
function namesIn(log: string, people: Person[]): number {
  return people.filter(({ email }) => log.includes(email)).length
}

function byTests({ passed, failed }: { passed: number; failed: number }, files: string[]): Outcome {
  const said = `${passed} passed, ${failed} failed: ${files.map((file) => `\`${file}\``).join(', ')}`
  return { result: failed === 0 && passed > 0 ? 'survived' : 'FAILED', said }
}

async function byDrill(faults: string, rate: number): Promise<Outcome> {
  const env = { ...process.env, FAILOVER_FAULTS: faults, FAILOVER_RATE: String(rate) }
  const { child, ended } = startProcess([tsx, 'bench/failover.ts'], { env, output: 'pipe' })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => {
      said += text
    })
  }
  const code = await ended
  const skipped = /^Skipped: .*/m.exec(said)?.[0]
  if (skipped) return { result: 'not run', said: skipped }
  const result = code === 0 ? ('survived' as const) : ('FAILED' as const)
  return { result, said: `\`npm run drill:failover\` with ${faults} ended with ${code}` }
}
