import { cpus, loadavg, totalmem } from 'node:os'
import { pool } from '@/lib/db'
import type { CountUp } from './count-up'
import type { Fault } from './faults'
import type { Person } from './signers'

export interface FaultFigures extends CountUp {
  fault: Fault
  people: Person[]
  /** When the fault began (`performance.now()`). */
  began: number
  /** In ms, from the fault until another server said that it leads; null if none did. */
  followed: number | null
  /** The outcome of direct writes to the server that failed. */
  direct: { taken: number; refused: number; gone: number }
}

/** In seconds: the longest time after the fault in which no form was acknowledged. */
function pauseOf({ people, began }: Pick<FaultFigures, 'people' | 'began'>): number {
  const times = people.flatMap(({ signed }) => (signed !== undefined && signed > began ? [signed] : []))
  const sorted = [began, ...times].sort((a, b) => a - b)
  return Math.max(...sorted.slice(1).map((time, i) => time - (sorted[i] ?? time))) / 1_000
}

/** The drill's findings, as Markdown. */
export async function report(
  all: FaultFigures[],
  run: { rate: number; before: number; seconds: number; versions: string },
): Promise<string> {
  const cpu = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const machine = `${cpu.length} × ${cpu[0]?.model.trim()}, ${memory} GB, load ${loadavg()[1]?.toFixed(1)} at the end, Node ${process.version}`
  return `# When the database's leader fails

Made by \`npm run drill:failover\` on ${new Date().toISOString().slice(0, 10)}: ${machine}, PostgreSQL ${await version()}, ${run.versions}. Three servers by \`deploy/ha\` and an HAProxy, each in a network namespace of its own; two public processes and a worker, each with its account in the database; people and mail server: all on one machine, the servers' disks in its memory.

${run.rate} people a second come from ${run.before} s before each fault until ${run.seconds} s after it, whether or not those before them are done: the petition's page, the form, the mail, its link, confirm. Nobody tries again: one answer other than 200 or 303, or a broken connection, is an error. After each fault the server comes back, and everything is counted. From the fault on somebody also writes to the failed server itself, every half second: what it takes must be in the cluster at the end.

| the leader is | people | forms and confirmations acknowledged | of them lost | counted twice | another leads after, s | nobody's form acknowledged for, s | people who saw an error | ledger, rows, totals | written to the failed server directly |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |
${all.map(row).join('\n')}
`
}

/** A fault's line of the table. */
export function row(figures: FaultFigures): string {
  const { fault, people, signed, confirmed, lost, doubled, followed, direct, faults } = figures
  const errors = people.flatMap(({ error }) => error ?? [])
  const kinds = new Map<string, number>()
  for (const error of errors) kinds.set(error, (kinds.get(error) ?? 0) + 1)
  const said = [...kinds].map(([error, times]) => `${times} × ${error}`).join(', ')
  const cells = [
    fault.what,
    n(people.length),
    `${n(signed)} + ${n(confirmed)}`,
    `**${lost}**`,
    `**${doubled}**`,
    followed === null ? 'none' : (followed / 1_000).toFixed(1),
    pauseOf(figures).toFixed(1),
    `**${((100 * errors.length) / Math.max(1, people.length)).toFixed(2)} %**${said && ` (${said})`}`,
    faults.join('; ') || 'agree',
    `${direct.taken} taken, of them ${direct.gone} gone; ${direct.refused} not taken`,
  ]
  return `| ${cells.join(' | ')} |`
}

async function version(): Promise<string> {
  const { rows } = await pool().query<{ v: string }>(`SELECT current_setting('server_version') AS v`)
  return rows[0]?.v ?? 'unknown'
}

const n = (value: number) => value.toLocaleString('en')
