import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { makeKeys } from '@/scripts/setup/keys.mjs'
import type { UnderLoad } from './under-load'

/** A report on a fault besides the outcomes of the people; `not run`: it cannot be injected here. */
export interface Told {
  said: string
  result?: 'not run' | 'FAILED'
}

/** Injects a fault while people sign, and ends when everything runs again. */
export type Inject = (load: UnderLoad) => Promise<Told | undefined>

/** How often a process is killed. */
export const kills = Number(process.env.FAULTS_KILLS ?? 50)

/** A public process, killed at random moments. */
export async function killWebs(load: UnderLoad, times = kills, which = (i: number) => i % 2): Promise<undefined> {
  for (let i = 0; i < times; i++) {
    await load.webs[which(i)]?.kill()
    load.webs[which(i)] = await load.site.startWeb(which(i))
    await sleep(load.random() * 1_000)
  }
}

export async function killWorker(load: UnderLoad, times = kills): Promise<undefined> {
  for (let i = 0; i < times; i++) {
    await sleep(500 + load.random() * 2_000)
    await restartWorker(load)
  }
}

export async function killDatabase(load: UnderLoad, times = 5): Promise<undefined> {
  for (let i = 0; i < times; i++) {
    await sleep(load.random() * 4_000)
    await load.signalDatabase('SIGKILL')
    await load.startDatabase()
  }
}

/** Everything at once; started again in another order than it ends. */
export async function powerCut(load: UnderLoad): Promise<undefined> {
  for (let i = 0; i < 3; i++) {
    await sleep(2_000 + load.random() * 4_000)
    await Promise.all([load.signalDatabase('SIGKILL'), load.worker.kill(), ...load.webs.map((web) => web.kill())])
    await load.startDatabase()
    load.worker = load.site.startWorker()
    load.webs = await Promise.all([load.site.startWeb(0), load.site.startWeb(1)])
  }
}

/** As `pg_ctl stop -m fast`. */
export async function restartDatabase(load: UnderLoad, times = 3): Promise<undefined> {
  for (let i = 0; i < times; i++) {
    await sleep(3_000)
    await load.signalDatabase('SIGINT')
    await load.startDatabase()
  }
}

export async function cutNetwork({ path }: UnderLoad, cuts = [1, 10, 60]): Promise<undefined> {
  for (const seconds of cuts) {
    path.cut()
    await sleep(seconds * 1_000)
    path.open()
    await sleep(10_000)
  }
}

export async function slowDatabase({ path }: UnderLoad, seconds = 30): Promise<undefined> {
  path.delay(500)
  await sleep(seconds * 1_000)
  path.open()
}

export async function loseLimits(_: UnderLoad, times = 10): Promise<undefined> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await owner.connect()
  for (let i = 0; i < times; i++) {
    await owner.query('TRUNCATE limit_count, limit_process')
    await sleep(1_000)
  }
  await owner.end()
}

/** The worker has another key for a while, and cannot open what it is to mail. */
export async function loseKey(load: UnderLoad, seconds = 20): Promise<undefined> {
  const { SEAL_PRIVATE_KEY } = makeKeys()
  await restartWorker(load, { SEAL_PRIVATE_KEY })
  await sleep(seconds * 1_000)
  await restartWorker(load)
}

/** In seconds. */
export const outage = Number(process.env.FAULTS_OUTAGE ?? 3_600)

/** Nobody listens where mail is sent to. */
export async function loseMail({ sink }: UnderLoad, seconds = outage): Promise<undefined> {
  await sink.down()
  await sleep(seconds * 1_000)
  await sink.up()
}

/** Kills the worker, and starts another. */
export async function restartWorker(load: UnderLoad, env: NodeJS.Dict<string> = {}, log?: number): Promise<void> {
  await load.worker.kill()
  load.worker = load.site.startWorker({ env, log })
}
