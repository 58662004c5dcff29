import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { applyMigrations } from '@/scripts/database/apply-migrations.mjs'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { makeKeys } from '@/scripts/setup/keys.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import { startProgram } from './programs'
import { recreateDatabase } from './recreate-database'
import { startBenchCluster } from './start-cluster'

export const SLUG = 'security-council-must-act'

export interface OneSite {
  url: string
  client: pg.Client
  petitionId: string
  /** Of the site's process. */
  pid: number
  stop: () => Promise<void>
}

/**
 * The built site, with ROLE=web unless told otherwise, behind "one proxy" on a durable PostgreSQL of its own, with the
 * first content. The environment of this process becomes that of its worker, so that `lib` may be called as the worker
 * does.
 */
export async function openOneSite(name: string, more: Record<string, string> = {}): Promise<OneSite> {
  if (!existsSync(join(root, 'dist', 'server.js'))) throw new Error('There is no build. Run: npm run build')
  const folder = join(root, '.data', 'bench', name)
  await rm(join(folder, 'site'), { recursive: true, force: true })
  const cluster = await startBenchCluster()
  await recreateDatabase(cluster.url('postgres'), name)
  const port = await freePort()
  const env = {
    ...makeKeys(),
    DATABASE_URL: cluster.url(name),
    SITE_URL: `http://localhost:${port}`,
    DATA_DIR: join(folder, 'site'),
    TRUST_PROXY: '1',
  }
  Object.assign(process.env, env)
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  await applyMigrations(client, join(root, 'prisma', 'migrations'))
  await runCommand(process.execPath, [join(root, 'dist', 'seed.js')], { cwd: root, env: { ...process.env, ...env } })
  const { rows } = await client.query<{ id: string }>('SELECT id FROM petition WHERE slug = $1', [SLUG])
  const site = await startProgram([join(root, 'dist', 'server.js')], port, {
    ...env,
    NODE_ENV: 'production',
    ROLE: 'web',
    ...more,
  })
  const stop = async () => {
    await site.stop()
    await client.end()
    await cluster.stop()
  }
  return { url: site.url, client, petitionId: rows[0]?.id ?? '', pid: site.pid, stop }
}

/** The machine that was measured. */
export async function machineOf({ client }: OneSite): Promise<string> {
  const { rows } = await client.query<{ v: string }>(`SELECT current_setting('server_version') AS v`)
  const cpu = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpu.length} × ${cpu[0]?.model.trim()}, ${memory} GB, Node ${process.version}, PostgreSQL ${rows[0]?.v} (durable); client, server and database share the machine`
}
