import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commandsIn } from '@/scripts/production/guide'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import { type Chapter, chapters } from './install/chapters'
import { follow, type Ran } from './install/follow'
import { bootDebian, type Machine, missingPrograms, OUTSIDE } from './install/machine'
import { type Followed, report } from './install/report'
import type { Shell } from './install/shell'
import { signAndBeCounted } from './install/sign'
import { openMailSink } from './mail-sink'

// npm run drill:install: an empty Debian machine follows docs/operations/without-containers.md to a counted signature,
// and then the other guides of one server. INSTALL_HOST: the name of the site (petition.localhost); INSTALL_FIRST=1:
// the first part alone.
const host = process.env.INSTALL_HOST ?? 'petition.localhost'
const folder = join(root, '.data', 'install')
/** In seconds. */
const LIMIT = 600
/** The findings that `production-check` cannot avoid here. */
const local =
  /^(SITE_URL is https:\/\/\S+\.localhost|Only [\d.]+ GB|Backups: |\d+ pictures to share lack|CHROMIUM_PATH is not set|The records of|example\.org has|Whether example\.org has a DKIM|The (SPF|DMARC))/

const missing = await missingPrograms()
if (process.getuid?.() !== 0 || missing.length > 0) {
  console.log('Skipped: it needs Linux, root, and of Debian: apt-get install mmdebstrap systemd-container slirp4netns')
} else {
  process.exitCode = await drill()
}

async function drill(): Promise<number> {
  const source = join(folder, 'petition.git')
  await rm(folder, { recursive: true, force: true })
  await runCommand('git', ['clone', '--quiet', '--bare', root, source])
  // Of what is followed: others may be made meanwhile.
  const commit = (await runCommand('git', ['rev-parse', '--short', 'HEAD'], { cwd: source })).trim()
  const sink = await openMailSink()
  const machine = await bootDebian(folder, 'icnk-install', [source])
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void machine.stop().finally(() => process.exit(1)))
  const shell = machine.shell()
  try {
    const values = {
      SITE_HOST: host,
      MAIL_FROM: 'The Coalition <petition@example.org>',
      CONTACT: 'contact@example.org',
      SMTP_URL: `smtp://${OUTSIDE}:${new URL(sink.url).port}`,
      CADDY_TLS: 'tls internal',
    }
    const began = performance.now()
    const ran = await follow(shell, await commandsIn('docs/operations/without-containers.md'), { source, values })
    const visited = await visit(machine)
    const steps = await signAndBeCounted(visited, sink, 0)
    const took = (performance.now() - began) / 1_000

    const followed: Followed[] = []
    const first = { commit, ran, steps, took, followed }
    // The next steps may fail, and this took long.
    const code = await publish(shell, first)
    if (process.env.INSTALL_FIRST) return code
    // Its name leads to it, as a public one does.
    await shell.run(`echo 127.0.0.1 ${host} >> /etc/hosts`)
    for (const chapter of chapters(`https://${host}`, source)) {
      const done = await read(shell, chapter, source)
      await signAndBeCounted(visited, sink, followed.length + 1)
      followed.push({ chapter, ran: done })
    }
    return await publish(shell, first)
  } finally {
    await machine.stop()
    await sink.stop()
  }
}

/** Reads a chapter, and does what it says. */
async function read(shell: Shell, chapter: Chapter, usual: string): Promise<Ran[]> {
  const { guide, heading, about, before, values = {}, source = usual } = chapter
  console.log(`${guide}, ${heading}`)
  await follow(shell, before?.run ?? [], { source, values })
  return follow(shell, await commandsIn(guide, heading, about), { source, values })
}

async function visit(machine: Machine) {
  const port = await freePort()
  await machine.forward(port, 443)
  const authority = 'var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt'
  const ca = await readFile(join(machine.files, authority), 'utf8')
  return { site: `https://${host}`, at: { host: '127.0.0.1', port }, ca }
}

type Figures = Pick<Parameters<typeof report>[0], 'commit' | 'ran' | 'steps' | 'took' | 'followed'>

async function publish(shell: Shell, figures: Figures): Promise<number> {
  const found = [...(figures.ran.at(-1)?.said.matchAll(/^- (.+)$/gm) ?? [])].map(([, line = '']) => line)
  const text = report({ host, versions: await versionsOf(shell), missing: found, ...figures })
  await writeFile(join(root, 'bench', 'install.md'), text)
  console.log(text)
  const unexpected = found.filter((line) => !local.test(line))
  for (const line of unexpected) console.log(`Not expected: ${line}`)
  return figures.took <= LIMIT && unexpected.length === 0 ? 0 : 1
}

async function versionsOf(shell: Shell): Promise<string> {
  const asked = ['cat /etc/debian_version', 'node --version', 'psql --version', 'caddy version', 'systemctl --version']
  const { said } = await shell.run(asked.map((one) => `${one} | head -n 1`).join('; '))
  const [debian, node, postgres, caddy, systemd] = said.trim().split('\n')
  return `${debian}, Node ${node}, ${postgres}, Caddy ${caddy}, ${systemd}`
}
