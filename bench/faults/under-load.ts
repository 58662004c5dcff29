import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { closeDb } from '@/lib/db'
import { startCluster } from '@/scripts/database/cluster.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { startGuardedCluster } from '@/test/guarded-cluster.mjs'
import { prepareSite, type Site, type SiteProcess } from '../failover/site'
import { type MailSink, openMailSink } from '../mail-sink'
import { openPath, type Path } from './path'

/** The built site on a durable PostgreSQL, with everything that a fault may need. */
export interface UnderLoad {
  site: Site
  sink: MailSink
  /** The processes running now: a fault replaces those it has killed. */
  webs: SiteProcess[]
  worker: SiteProcess
  /** Between the site and its database. */
  path: Path
  /** Signals the database server. */
  signalDatabase: (signal: NodeJS.Signals) => Promise<void>
  /** Starts it again, once it is down. */
  startDatabase: () => Promise<void>
  /** Numbers from 0 to 1, the same for the same seed. */
  random: () => number
  stop: () => Promise<void>
}

/** Opens the site for the faults that are injected while people sign. */
export async function openUnderLoad(seed: number): Promise<UnderLoad> {
  const folder = join(root, '.data', 'faults')
  await rm(join(folder, 'data'), { recursive: true, force: true })
  await rm(join(folder, 'postgres'), { recursive: true, force: true })
  const cluster = { dir: join(folder, 'postgres'), password: 'faults' }
  let running = await startGuardedCluster(cluster)
  const sink = await openMailSink()
  const port = Number(new URL(running.url('postgres')).port)
  const path = await openPath(port)
  const at = (to: number) => (account: string, database: string) =>
    `postgresql://${account}:${cluster.password}@127.0.0.1:${to}/${database}`
  const site = await prepareSite({ direct: at(port), url: at(path.port), smtpUrl: sink.url, folder })
  const pid = async () => Number((await readFile(join(cluster.dir, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0])
  const load: UnderLoad = {
    site,
    sink,
    webs: await Promise.all([site.startWeb(0), site.startWeb(1)]),
    worker: site.startWorker(),
    path,
    signalDatabase: async (signal) => {
      process.kill(await pid(), signal)
    },
    startDatabase: async () => {
      while (await running.isRunning()) await new Promise((resolve) => setTimeout(resolve, 50))
      running = await startCluster({ ...cluster, port })
    },
    random: randomFrom(seed),
    stop: async () => {
      await closeDb()
      await Promise.all([...load.webs, load.worker].map((one) => one.stop()))
      path.close()
      await sink.stop()
      await running.stop()
    },
  }
  return load
}

/** Mulberry32, by Tommy Ettinger: small, and good enough for moments. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
