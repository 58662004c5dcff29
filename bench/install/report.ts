import { cpus, loadavg, totalmem } from 'node:os'
import type { Chapter } from './chapters'
import type { Ran } from './follow'
import type { Steps } from './sign'

export interface Followed {
  chapter: Chapter
  ran: Ran[]
}

interface Run {
  host: string
  /** The versions of the machine's software. */
  versions: string
  commit: string
  ran: Ran[]
  steps: Steps
  /** In seconds, all of it. */
  took: number
  /** Missing items that the guide's last command reported. */
  missing: string[]
  /** The other parts of guides. */
  followed: Followed[]
}

/** The drill's findings, as Markdown. */
export function report({ host, versions, commit, ran, steps, took, missing, followed }: Run): string {
  const cpu = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const worked = ran.reduce((sum, one) => sum + one.worked, 0)
  return `# From an empty machine to a counted signature

Made by \`npm run drill:install\` on ${new Date().toISOString().slice(0, 10)}, commit ${commit}: ${cpu.length} × ${cpu[0]?.model.trim()}, ${memory} GB, load ${loadavg()[2]?.toFixed(1)} meanwhile. An empty Debian (${versions}) booted with a systemd and a network of its own, with the commands of [without-containers.md](../docs/operations/without-containers.md) as they stand there; then one person signs over TLS.

**${ran.length} commands, ${minutes(took)} until the signature was counted**, of which the commands kept one processor busy for ${minutes(worked)}.

| | s | of them a processor worked |
| --- | ---: | ---: |
${ran.map(row).join('\n')}
${steps.map(([what, seconds]) => `| ${what} | ${seconds.toFixed(1)} | |`).join('\n')}

What \`production-check\` found missing at the end, as it must here:

${missing.map((line) => `- ${line}`).join('\n')}

${others(followed)}**Stand-ins.** The repository is cloned from a folder; \`nano\` is replaced by lines written into the file; mail goes to a server of the drill that takes everything; the site is called ${host}, and Caddy signs its certificate itself, since no public name leads here. The machine is a container of systemd-nspawn: its systemd and its units are real, its kernel is this machine's. ${waits(host)}
`
}

function others(followed: Followed[]): string {
  if (followed.length === 0) return ''
  const parts = followed.map(({ chapter: { guide, heading, before }, ran }) => {
    const name = `**[${guide.split('/').at(-1)}](../${guide}), ${heading}**${before ? `, after this: ${before.said}` : ''}`
    return `| ${name} | | |\n${ran.map(row).join('\n')}`
  })
  return `## Then, on the same machine

After each of these parts another person signed, and was counted.

| | s | of them a processor worked |
| --- | ---: | ---: |
${parts.join('\n')}

`
}

function row({ command, took, worked }: Ran): string {
  return `| \`${command}\` | ${took.toFixed(0)} | ${worked.toFixed(0)} |`
}

function waits(host: string): string {
  return host.endsWith('.localhost')
    ? 'At such a name what is new is counted at once; at a public one it waits for two to ten minutes, so that nobody sees who signed just now.'
    : 'What is new is counted after two to ten minutes, so that nobody sees who signed just now.'
}

function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
