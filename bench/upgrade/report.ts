import { cpus, loadavg, totalmem } from 'node:os'
import type { CountUp } from '../failover/count-up'
import type { Person } from '../failover/signers'

interface UpgradeFigures extends CountUp {
  from: string
  rate: number
  /** The output of the setup of today's release. */
  migrated: string
  /** The answers to forms opened before and sent after a change of release. */
  kept: number[]
  people: Person[]
}

/** The drill's findings, as Markdown. */
export function upgradeReport(figures: UpgradeFigures): string {
  const { from, rate, migrated, kept, people, signed, confirmed, lost, doubled, faults } = figures
  const cpu = cpus()
  const machine = `${cpu.length} × ${cpu[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[1]?.toFixed(1)} at the end, Node ${process.version}`
  const applied = /^Applied: (.+)$/m.exec(migrated)?.[1] ?? 'none'
  const errors = people.flatMap(({ error }) => error ?? [])
  return `# From an earlier release, back, and again

Made by \`npm run drill:upgrade\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. Site and database of commit ${from}; the setup of today’s compose.yaml (applied: ${applied}); two public processes, one after the other, and the worker to today’s release, back to the earlier one, and to today’s again; behind Caddy with deploy/caddy/Caddyfile. ${rate} people a second sign meanwhile, and nobody tries again.

| people | forms and confirmations acknowledged | of them lost | counted twice | people who saw an error | ledger, rows, totals | forms opened in one release, sent to the other |
| ---: | ---: | ---: | ---: | --- | --- | --- |
| ${people.length} | ${signed} + ${confirmed} | ${lost} | ${doubled} | ${errors.length} ${[...new Set(errors)].join(', ')} | ${faults.join('; ') || 'agree'} | ${kept.join(', ')} |
`
}
