import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { applyMigrations } from '@/scripts/database/apply-migrations.mjs'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { makeKeys } from '@/scripts/setup/keys.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import { fill } from './fill'
import { takeFormsFrom } from './forms'
import { type Program, startProgram, tsx } from './programs'
import { recreateDatabase } from './recreate-database'
import { startBenchCluster } from './start-cluster'

export const SLUG = 'security-council-must-act'

/** The target measured for one size of petition: its database, the site on it, and plain Node on it. */
export interface Target {
  size: number
  databaseUrl: string
  client: pg.Client
  petitionId: string
  env: Record<string, string> & { NODE_ENV: 'production' }
  site: Program
  raw: Program
}

export interface Environment {
  targets: Target[]
  /** The smallest petition's site again, by Next without our server. */
  nextAlone: Program
  stop: () => Promise<void>
}

/** Starts a durable PostgreSQL and, for each size, a filled database with two servers on it. */
export async function openEnvironment(sizes: number[]): Promise<Environment> {
  if (!existsSync(join(root, 'dist', 'server.js'))) throw new Error('There is no build. Run: npm run build')
  const cluster = await startBenchCluster()
  const targets: Target[] = []
  // One form is good for all of them.
  const keys = makeKeys()
  for (const size of sizes) targets.push(await openTarget(size, cluster.url, keys))
  const first = targets[0]
  if (!first) throw new Error('no sizes to measure')
  takeFormsFrom(await (await fetch(`${first.site.url}/en/petitions/${SLUG}`)).text())
  const nextAlone = await startProgram([tsx, 'bench/next-alone.ts'], await freePort(), first.env)
  return { targets, nextAlone, stop: cluster.stop }
}

export async function closeEnvironment({ targets, nextAlone, stop }: Environment): Promise<void> {
  await Promise.all([nextAlone, ...targets.flatMap(({ site, raw }) => [site, raw])].map((program) => program.stop()))
  await Promise.all(targets.map(({ client }) => client.end()))
  await stop()
}

async function openTarget(
  size: number,
  url: (database: string) => string,
  keys: ReturnType<typeof makeKeys>,
): Promise<Target> {
  const name = `bench_${size}`
  const databaseUrl = url(name)
  await recreateDatabase(url('postgres'), name)
  const port = await freePort()
  const env = {
    ...keys,
    DATABASE_URL: databaseUrl,
    SITE_URL: `http://localhost:${port}`,
    DATA_DIR: join(root, '.data', 'bench', String(size)),
    NODE_ENV: 'production' as const,
    ROLE: 'web',
    // Each measured visitor has their own network.
    TRUST_PROXY: '1',
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await applyMigrations(client, join(root, 'prisma', 'migrations'))
  await runCommand(process.execPath, [join(root, 'dist', 'seed.js')], { cwd: root, env: { ...process.env, ...env } })
  const { rows } = await client.query<{ id: string }>('SELECT id FROM petition WHERE slug = $1', [SLUG])
  const petitionId = rows[0]?.id ?? ''
  console.log(`Filling ${name} …`)
  await fill(client, petitionId, size, env)
  const site = await startProgram([join(root, 'dist', 'server.js')], port, env)
  const raw = await startProgram([tsx, 'bench/raw-node.ts'], await freePort(), {
    ...env,
    PETITION_ID: petitionId,
    ...(await page(site.url)),
  })
  return { size, databaseUrl, client, petitionId, env, site, raw }
}

/** The petition page as a browser gets it, for plain Node to answer with too. */
async function page(site: string): Promise<{ RAW_BODY: string; RAW_HEADERS: string }> {
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    get(`${site}/en/petitions/${SLUG}`, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { date: _, connection: __, 'keep-alive': ___, ...headers } = response.headers
        resolve({ RAW_BODY: Buffer.concat(chunks).toString('base64'), RAW_HEADERS: JSON.stringify(headers) })
      })
    }).on('error', reject)
  })
}

/** Deletes what a measurement left, so that the next one starts from the same size. */
export async function sweep({ client }: Pick<Target, 'client'>): Promise<void> {
  await client.query(
    `DELETE FROM mail USING signature WHERE mail.email_index = signature.email_index AND signature.state <> 'counted'`,
  )
  await client.query(`DELETE FROM mail WHERE sent_at IS NULL`)
  await client.query(`DELETE FROM signature WHERE state <> 'counted'`)
  await client.query('DELETE FROM pending_signature')
  // Without giving the empty pages back: a site that was signed before has them, and PostgreSQL plans by their number.
  await client.query('VACUUM (TRUNCATE off) signature, pending_signature, mail')
}
