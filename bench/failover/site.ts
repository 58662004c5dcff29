import { join } from 'node:path'
import pg from 'pg'
import { applyMigrations } from '@/scripts/database/apply-migrations.mjs'
import { applyRoles } from '@/scripts/database/apply-roles.mjs'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { makeKeys } from '@/scripts/setup/keys.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import { dist, startProcess } from '@/scripts/setup/start-process.mjs'

/** The address of a database for an account. */
export type UrlFor = (account: string, database: string) => string

type Settings = Record<string, string | undefined>

/** A process of the site. */
export interface SiteProcess {
  pid: number | undefined
  running: () => boolean
  stop: () => Promise<void>
  /** As `kill -9`. */
  kill: () => Promise<void>
}

/** log: an open file that a process writes to, instead of what `said` gives. */
export interface Site {
  /** Where the public processes listen. */
  webs: string[]
  /** Starts a public process, and waits until it answers. */
  startWeb: (i: number, more?: Settings, log?: number) => Promise<SiteProcess>
  startWorker: (more?: Settings, log?: number) => SiteProcess
  /** What all of them said. */
  said: () => string
}

/**
 * Makes a database with the first content, for the built site: two public processes and a worker, each with its account.
 * The environment of this process becomes that of the database's owner, so that `lib` may be called.
 * @param direct how this process reaches the database
 * @param url how the site does
 */
export async function prepareSite(direct: UrlFor, url: UrlFor, smtpUrl: string, folder: string): Promise<Site> {
  const ports = [await freePort(), await freePort()]
  const env = {
    ...makeKeys(),
    DATABASE_URL: direct('postgres', 'petition'),
    SITE_URL: `http://localhost:${ports[0]}`,
    DATA_DIR: join(folder, 'data'),
    TRUST_PROXY: '1',
    NODE_ENV: 'production' as const,
  }
  Object.assign(process.env, env)
  await makeDatabase(direct)
  await runCommand(process.execPath, [dist('seed')], { cwd: root, env: { ...process.env, ...env } })
  const secrets = { SEAL_PRIVATE_KEY: undefined, LEDGER_KEY: undefined, NEXTAUTH_SECRET: undefined }
  let all = ''

  function start(program: string, more: Settings, log?: number): SiteProcess {
    const { child, ended, stop } = startProcess([dist(program)], {
      env: { ...process.env, ...env, ...more } as NodeJS.ProcessEnv,
      output: log ?? 'pipe',
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
    startWeb: async (i, more = {}, log) => {
      const own = { ROLE: 'web', PORT: String(ports[i]), DATABASE_URL: url('petition_web', 'petition') }
      const web = start('server', { ...secrets, ...own, ...more }, log)
      await answers(webs[i] ?? '')
      return web
    },
    startWorker: (more = {}, log) => {
      const mail = { MAIL_DRIVER: 'smtp', SMTP_URL: smtpUrl, MAIL_FROM: 'Drill <drill@localhost>' }
      const own = { ROLE: 'worker', DATABASE_URL: url('petition_worker', 'petition') }
      return start('worker', { ...mail, ...own, ...more }, log)
    },
    said: () => all,
  }
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
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
  const owner = new pg.Client({ connectionString: url('postgres', 'petition') })
  await owner.connect()
  await applyMigrations(owner, join(root, 'prisma', 'migrations'))
  const { password } = new URL(url('postgres', 'petition'))
  await applyRoles(owner, { web: password, admin: password, worker: password })
  await owner.end()
}
