import { join } from 'node:path'
import pg from 'pg'
import { applyMigrations } from '@/scripts/database/apply-migrations.mjs'
import { applyRoles } from '@/scripts/database/apply-roles.mjs'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { makeKeys } from '@/scripts/setup/keys.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import { dist, startProcess } from '@/scripts/setup/start-process.mjs'
import type { MailSink } from '../mail-sink'
import { startProgram } from '../programs'

export interface Site {
  /** Where the public processes listen. */
  webs: string[]
  stop: () => Promise<void>
}

/**
 * The built site: two public processes and a worker, each with its account in the database, which has the first content.
 * The environment of this process becomes that of the database's owner, so that `lib` may be called.
 * @param url of a database for an account
 */
export async function openSite(
  url: (account: string, database: string) => string,
  sink: MailSink,
  folder: string,
): Promise<Site> {
  const ports = [await freePort(), await freePort()]
  const env = {
    ...makeKeys(),
    DATABASE_URL: url('postgres', 'petition'),
    SITE_URL: `http://localhost:${ports[0]}`,
    DATA_DIR: join(folder, 'data'),
    TRUST_PROXY: '1',
    NODE_ENV: 'production' as const,
  }
  Object.assign(process.env, env)
  await makeDatabase(url)
  await runCommand(process.execPath, [dist('seed')], { cwd: root, env: { ...process.env, ...env } })

  const {
    SEAL_PRIVATE_KEY: _,
    LEDGER_KEY: __,
    NEXTAUTH_SECRET: ___,
    ...open
  } = env as typeof env & Record<string, string>
  const web = { ...open, SEAL_PRIVATE_KEY: undefined, LEDGER_KEY: undefined, NEXTAUTH_SECRET: undefined, ROLE: 'web' }
  const webs = await Promise.all(
    ports.map((port) =>
      startProgram([dist('server')], port, { ...web, DATABASE_URL: url('petition_web', 'petition') }, { quiet: true }),
    ),
  )
  const mail = { MAIL_DRIVER: 'smtp', SMTP_URL: sink.url, MAIL_FROM: 'Drill <drill@localhost>' }
  const worker = startProcess([dist('worker')], {
    env: { ...process.env, ...env, ...mail, ROLE: 'worker', DATABASE_URL: url('petition_worker', 'petition') },
    output: 'pipe',
  })
  worker.child.stdout?.resume()
  // It says in its log that the database was away.
  worker.child.stderr?.resume()
  return {
    webs: webs.map((one) => one.url),
    stop: async () => {
      await Promise.all([...webs, worker].map((one) => one.stop()))
    },
  }
}

async function makeDatabase(url: (account: string, database: string) => string): Promise<void> {
  const admin = new pg.Client({ connectionString: url('postgres', 'postgres') })
  await admin.connect()
  await admin.query('CREATE DATABASE petition')
  await admin.end()
  const owner = new pg.Client({ connectionString: url('postgres', 'petition') })
  await owner.connect()
  await applyMigrations(owner, join(root, 'prisma', 'migrations'))
  const password = new URL(url('postgres', 'petition')).password
  await applyRoles(owner, { web: password, admin: password, worker: password })
  await owner.end()
}
