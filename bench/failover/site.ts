import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { parse } from 'yaml'
import { z } from 'zod'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { makeKeys } from '@/scripts/setup/keys.mjs'
import { memoryEnv } from '@/scripts/setup/memory-env.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import { startProcess } from '@/scripts/setup/start-process.mjs'

/** The address of a database for an account. */
type UrlFor = (account: string, database: string) => string

type Settings = Record<string, string | undefined>

/** A process of the site. */
export interface SiteProcess {
  pid: number | undefined
  running: () => boolean
  stop: () => Promise<void>
  /** As `kill -9`. */
  kill: () => Promise<void>
}

interface Start {
  env?: Settings
  /** An open file that the process writes to, instead of what `said` gives. */
  log?: number
  /** The folder of another build. */
  release?: string
}

export interface Site {
  /** Where the public processes listen. */
  webs: string[]
  /** Starts a public process, and waits until it answers. */
  startWeb: (i: number, how?: Start) => Promise<SiteProcess>
  startWorker: (how?: Start) => SiteProcess
  /** Brings the database to what a release needs, by the command of its compose.yaml. */
  setUp: (release: string) => Promise<string>
  /** The output of all of them. */
  said: () => string
}

interface Options {
  /** How this process reaches the database. */
  direct: UrlFor
  /** How the site does. */
  url: UrlFor
  smtpUrl: string
  /** For the site's data. */
  folder: string
  /** The folder of the build that the database is made by. */
  release?: string
  /** More settings of all processes. */
  env?: Settings
}

/**
 * Makes a database with the first content, for the built site: two public processes and a worker, each with its
 * account. The environment of this process becomes that of the database's owner, so that `lib` may be called.
 */
export async function prepareSite({ direct, url, smtpUrl, folder, release = root, env: more }: Options): Promise<Site> {
  const ports = [await freePort(), await freePort()]
  const env = {
    ...makeKeys(),
    ...memoryEnv,
    DATABASE_URL: direct('postgres', 'petition'),
    SITE_URL: `http://localhost:${ports[0]}`,
    DATA_DIR: join(folder, 'data'),
    TRUST_PROXY: '1',
    NODE_ENV: 'production' as const,
    ...more,
  }
  Object.assign(process.env, env)
  await makeDatabase(direct)
  const { password } = new URL(direct('postgres', 'petition'))
  const setUp = async (from: string) => {
    const { services } = parse(await readFile(join(from, 'compose.yaml'), 'utf8'), { merge: true })
    const [program, ...args] = z.array(z.string()).min(1).parse(services.setup.command)
    const passwords = Object.fromEntries(
      ['WEB', 'ADMIN', 'WORKER'].map((account) => [`${account}_DATABASE_PASSWORD`, password]),
    )
    const path = `${dirname(process.execPath)}:${process.env.PATH}`
    return runCommand(program ?? '', args, { cwd: from, env: { ...process.env, ...env, ...passwords, PATH: path } })
  }
  await setUp(release)
  const secrets = { SEAL_PRIVATE_KEY: undefined, LEDGER_KEY: undefined, NEXTAUTH_SECRET: undefined }
  let all = ''

  function start(program: string, settings: Settings, { env: more, log, release: from = root }: Start): SiteProcess {
    const { child, ended, stop } = startProcess([join(from, 'dist', `${program}.js`)], {
      env: { ...process.env, ...env, ...settings, ...more } as NodeJS.ProcessEnv,
      output: log ?? 'pipe',
      cwd: from,
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        all += text
      })
    }
    const kill = async () => {
      child.kill('SIGKILL')
      await ended
    }
    return { pid: child.pid, running: () => child.exitCode === null && child.signalCode === null, stop, kill }
  }

  const webs = ports.map((port) => `http://localhost:${port}`)
  return {
    webs,
    startWeb: async (i, how = {}) => {
      const own = { ROLE: 'web', PORT: String(ports[i]), DATABASE_URL: url('petition_web', 'petition') }
      const web = start('server', { ...secrets, ...own }, how)
      await answers(webs[i] ?? '').catch(async (error: unknown) => {
        await web.kill()
        throw error
      })
      return web
    },
    startWorker: (how = {}) => {
      const mail = { MAIL_DRIVER: 'smtp', SMTP_URL: smtpUrl, MAIL_FROM: 'Drill <drill@localhost>' }
      return start('worker', { ...mail, ROLE: 'worker', DATABASE_URL: url('petition_worker', 'petition') }, how)
    },
    setUp,
    said: () => all,
  }
}

async function answers(url: string): Promise<void> {
  // A busy machine takes its time.
  for (let tries = 0; tries < 1_800; tries++) {
    if (await fetch(`${url}/api/health`).catch(() => null)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`nothing answers at ${url}`)
}

async function makeDatabase(url: UrlFor): Promise<void> {
  const admin = new pg.Client({ connectionString: url('postgres', 'postgres') })
  await admin.connect()
  await admin.query('CREATE DATABASE petition')
  await admin.end()
}
