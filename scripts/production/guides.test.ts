import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { programs } from '../setup/programs.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { commandsIn, shellCommands } from './guide'

const folders = ['docs/operations', 'docs/security', 'docs/privacy', 'docs']
const guides = await Promise.all(
  [
    'README.md',
    'CONTRIBUTING.md',
    ...(
      await Promise.all(folders.map(async (folder) => (await readdir(folder)).map((name) => `${folder}/${name}`)))
    ).flat(),
  ]
    .filter((path) => path.endsWith('.md'))
    .map(async (path) => [path, await readFile(path, 'utf8')] as const),
)
const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> }
const composed = parse(await readFile('compose.yaml', 'utf8'), { merge: true }) as { services: object }
const units = (await readdir('deploy/systemd')).map((name) => basename(name, '.service').replace('@', ''))

/** The commands that a text tells its readers to type: its blocks of commands, and its inline code. */
function commands(text: string): string[] {
  const inline = text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)
  return [...shellCommands(text), ...[...inline].map(([, code = '']) => code)]
}

const said = guides.flatMap(([path, text]) => commands(text).map((command) => [path, command] as const))
const matches = (pattern: RegExp) =>
  said.flatMap(([path, command]) => [...command.matchAll(pattern)].map((match) => [path, command, match] as const))

/** The file of the program that an npm script starts, or that dist/ is built from. */
function sourceOf(script: string): string {
  return (scripts[script] ?? '').split(' ').findLast((word) => /\.(ts|mjs)$/.test(word)) ?? ''
}

it('each npm script in a guide exists, and takes the options that it is given', async () => {
  const found = matches(/npm run ([\w:-]+)((?: (?!&&|\|)\S+)*)/g)
  expect(found.length).toBeGreaterThan(50)
  for (const [path, command, [, name = '', rest = '']] of found) {
    expect(scripts, `${path}: ${command}`).toHaveProperty([name])
    await takes(sourceOf(name), rest, `${path}: ${command}`)
  }
})

it('each program in a guide is built or there, and takes the options that it is given', async () => {
  for (const [path, command, [, folder, name = '', ending, rest = '']] of matches(
    /node (dist|scripts)\/([\w-]+)\.(m?js)((?: (?!&&|\|)\S+)*)/g,
  )) {
    if (folder === 'dist') expect(['server', ...programs], `${path}: ${command}`).toContain(name)
    const source = folder === 'dist' ? `scripts/${name}.ts` : `scripts/${name}.${ending}`
    if (name !== 'server') await takes(source, rest, `${path}: ${command}`)
  }
})

/** A program names each of its options, in what reads them or by itself. */
async function takes(source: string, given: string, where: string): Promise<void> {
  const options = [...given.matchAll(/ --([a-z][\w-]*)/g)].map(([, option = '']) => option)
  if (options.length === 0) return
  const reads = [source, ...importsOf(await readFile(source, 'utf8'))]
  const text = (await Promise.all(reads.map((file) => readFile(file, 'utf8')))).join('\n')
  for (const option of options)
    expect(text, `${where}: --${option}`).toMatch(new RegExp(`'(--)?${option}'|\\b${option}: \\{`))
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/'\.\/(setup\/[\w-]+\.mjs)'/g)].map(([, file]) => `scripts/${file}`)
}

it('each script of the shell in a guide is there', () => {
  for (const [path, command, [, file = '']] of matches(/\bsh (?:\/opt\/petition[\w-]*\/)?([\w/-]+\.sh)/g))
    expect(existsSync(file), `${path}: ${command}`).toBe(true)
})

it('each service and unit in a guide is one', () => {
  const asked = /docker[- ]compose (?:exec|run --rm|build|up(?: -d| --no-deps| --force-recreate)*)((?: [a-z][\w-]*)*)/g
  for (const [path, command, [whole, names = '']] of matches(asked)) {
    const services = names.trim().split(' ').filter(Boolean)
    // `exec` and `run` take one service, then its command.
    for (const name of /exec|run/.test(whole) ? services.slice(0, 1) : services)
      expect(composed.services, `${path}: ${command}`).toHaveProperty(name)
  }
  for (const [path, command, [, name = '']] of matches(/\b(petition-(?:web|admin|worker|backup)\b)/g))
    expect(units, `${path}: ${command}`).toContain(name)
})

it('a service is made again alone: Compose 1.29 makes the database again too, unless it is told not to', () => {
  for (const [path, command] of matches(/docker-compose up -d[^\n;`]*--force-recreate/g))
    expect(command, `${path}: ${command}`).toMatch(/--no-deps|--force-recreate caddy$/)
})

it('commands for containers are those that Debian 12’s Compose 1.29 knows, too', () => {
  const typed = guides.flatMap(([, text]) => shellCommands(text)).join('\n')
  expect(typed).toMatch(/docker-compose up -d/)
  expect(typed).not.toMatch(/docker compose|docker-compose .*--(wait|detach)\b/)
})

it('each block of commands can be read by a shell', async () => {
  for (const [path, text] of guides)
    await expect(runCommand('sh', ['-n', '-c', shellCommands(text).join('\n')]), path).resolves.toBe('')
})

it('from an empty machine to a site takes ten commands at most', async () => {
  for (const guide of ['docs/operations/ten-minutes.md', 'docs/operations/without-containers.md']) {
    const typed = await commandsIn(guide)
    expect(typed.length, guide).toBeGreaterThan(5)
    expect(typed.length, guide).toBeLessThanOrEqual(10)
  }
})
