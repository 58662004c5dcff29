import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from '@/scripts/setup/root.mjs'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import { startProcess } from '@/scripts/setup/start-process.mjs'

interface Service {
  command?: string[]
  environment?: Record<string, string | null>
  secrets?: string[]
}

/** What a machine without containers has instead of their networks, volumes and ports. */
interface Instead {
  /** Values of `.env`. */
  values: Record<string, string>
  /** The folder that scripts/make-secrets.mjs made. */
  secrets: string
  /** Host and port of PostgreSQL. */
  database: string
}

/**
 * compose.yaml as programs of this machine: each service's command and environment as they stand there, with the secrets
 * that it names and no others, and nothing of this process's environment.
 */
export async function readComposed({ values, secrets, database }: Instead) {
  const text = await readFile(join(root, 'compose.yaml'), 'utf8')
  const { services } = parse(interpolate(text, values), { merge: true }) as { services: Record<string, Service> }
  const folder = await mkdtemp(join(tmpdir(), 'composed-'))
  const volumes = join(folder, 'volumes')
  for (const volume of ['data', 'backups']) await mkdir(join(volumes, volume), { recursive: true })

  const find = (name: string): Service => {
    const service = services[name]
    if (!service) throw new Error(`compose.yaml has no service ${name}`)
    return service
  }

  async function envOf(name: string): Promise<Record<string, string>> {
    const { environment = {}, secrets: named = [] } = find(name)
    const own = join(folder, name)
    await mkdir(join(own, 'tmp'), { recursive: true })
    for (const secret of named) await lay(join(secrets, secret), join(own, secret), database)
    const here = (value: string) =>
      value
        .replace(/^\/run\/secrets\//, `${own}/`)
        .replace(/^\/tmp$/, join(own, 'tmp'))
        .replace(/^\/(data|backups)$/, `${volumes}/$1`)
    // What has no value is taken from `.env`, where it stands there.
    const set = Object.entries(environment).flatMap(([key, value]) => {
      const given = value ?? values[key]
      return given === undefined ? [] : [[key, here(String(given))]]
    })
    return { PATH: process.env.PATH ?? '', ...Object.fromEntries(set) }
  }

  return {
    names: Object.keys(services),
    envOf,
    /** Runs a service's command, or another in its place, to its end. @returns what it says */
    async run(name: string, command = find(name).command ?? []) {
      const [program = '', ...args] = command
      return runCommand(program, args, { cwd: root, env: (await envOf(name)) as NodeJS.ProcessEnv })
    },
    /** Starts a service of node's, with what this machine needs besides. */
    async start(name: string, more: Record<string, string | undefined> = {}) {
      const [program = '', ...args] = find(name).command ?? ['node', 'dist/server.js']
      if (program !== 'node') throw new Error(`${name} runs ${program}`)
      return startProcess(args, { env: { ...(await envOf(name)), ...more } as NodeJS.ProcessEnv, output: 'pipe' })
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** As Compose does with `.env`. */
function interpolate(text: string, values: Record<string, string>): string {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, how?: string, rest = '') => {
    const value = values[name]
    if (value) return value
    if (how === '-') return rest
    throw new Error(`${name} is not in .env: ${rest}`)
  })
}

/** Lays a secret where its service finds it. A database is at another place here. */
async function lay(from: string, to: string, database: string): Promise<void> {
  await rm(to, { force: true })
  if (!/\/database_url_\w+$/.test(from)) return symlink(from, to)
  await writeFile(to, (await readFile(from, 'utf8')).replace('@postgres:5432/', `@${database}/`))
}
