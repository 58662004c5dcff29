import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { makeKeys } from '@/scripts/setup/keys.mjs'
import type { UnderLoad } from './under-load'

/** Injects a fault while people sign, and ends when everything runs again. @returns null, or why it cannot be done here */
export type Inject = (load: UnderLoad) => Promise<string | null>

const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1'

/** How often a process is killed. */
export const kills = Number(process.env.FAULTS_KILLS ?? 50)

/** A public process, killed at random moments. */
export const killWebs: Inject = async ({ webs, site, random }) => {
  for (let i = 0; i < kills; i++) {
    await webs[i % 2]?.kill()
    webs[i % 2] = await site.startWeb(i % 2)
    await sleep(random() * 1_000)
  }
  return null
}

export const killWorker: Inject = async (load) => {
  for (let i = 0; i < kills; i++) {
    await sleep(500 + load.random() * 2_000)
    await load.worker.kill()
    load.worker = load.site.startWorker()
  }
  return null
}

export const killDatabase: Inject = async ({ signalDatabase, startDatabase, random }) => {
  for (let i = 0; i < 5; i++) {
    await sleep(random() * 4_000)
    await signalDatabase('SIGKILL')
    await startDatabase()
  }
  return null
}

/** Everything at once; started again in another order than it ends. */
export const powerCut: Inject = async (load) => {
  for (let i = 0; i < 3; i++) {
    await sleep(2_000 + load.random() * 4_000)
    await Promise.all([load.signalDatabase('SIGKILL'), load.worker.kill(), ...load.webs.map((web) => web.kill())])
    await load.startDatabase()
    load.worker = load.site.startWorker()
    load.webs = await Promise.all([load.site.startWeb(0), load.site.startWeb(1)])
  }
  return null
}

/** As `pg_ctl stop -m fast`. */
export const restartDatabase: Inject = async ({ signalDatabase, startDatabase }) => {
  for (let i = 0; i < 3; i++) {
    await sleep(3_000)
    await signalDatabase('SIGINT')
    await startDatabase()
  }
  return null
}

export const cutNetwork: Inject = async ({ path }) => {
  for (const seconds of [1, 10, 60]) {
    path.cut()
    await sleep(seconds * 1_000)
    path.open()
    await sleep(10_000)
  }
  return null
}

export const slowDatabase: Inject = async ({ path }) => {
  path.delay(500)
  await sleep(30_000)
  path.open()
  return null
}

/** Somebody else takes all connections of the server, and those of the public processes end. */
export const exhaustConnections: Inject = async ({ path }) => {
  const address = `postgresql://petition_admin:faults@127.0.0.1:${path.port}/petition`
  const taken: pg.Client[] = []
  let full = false
  while (!full) {
    const client = new pg.Client({ connectionString: address })
    client.on('error', () => undefined)
    full = await client.connect().then(
      () => false,
      () => true,
    )
    taken.push(client)
  }
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await owner.connect()
  const end = Date.now() + 10_000
  while (Date.now() < end) {
    await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'petition_web'`)
    const client = new pg.Client({ connectionString: address })
    client.on('error', () => undefined)
    await client.connect().catch(() => undefined)
    taken.push(client)
    await sleep(100)
  }
  await owner.end()
  await Promise.all(taken.map((client) => client.end().catch(() => undefined)))
  return null
}

export const loseLimits: Inject = async () => {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await owner.connect()
  for (let i = 0; i < 10; i++) {
    await owner.query('TRUNCATE limit_count, limit_process')
    await sleep(1_000)
  }
  await owner.end()
  return null
}

/** The worker has another key for a while, and cannot open what it is to mail. */
export const loseKey: Inject = async (load) => {
  const { SEAL_PRIVATE_KEY } = makeKeys()
  await load.worker.kill()
  load.worker = load.site.startWorker({ SEAL_PRIVATE_KEY })
  await sleep(20_000)
  await load.worker.kill()
  load.worker = load.site.startWorker()
  return null
}

/** Each process for a while in another time, and once in the middle of a batch. */
export const moveClock: Inject = async (load) => {
  const there = await access(FAKETIME, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (!there) return 'libfaketime is not installed'
  const faked = (FAKETIME_OFFSET: string) => ({
    LD_PRELOAD: FAKETIME,
    FAKETIME: FAKETIME_OFFSET,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  })
  for (const offset of ['+1h', '-1h', '+1d']) {
    await load.worker.kill()
    load.worker = load.site.startWorker(faked(offset))
    await load.webs[1]?.kill()
    load.webs[1] = await load.site.startWeb(1, faked(offset))
    await sleep(10_000)
  }
  await load.worker.kill()
  load.worker = load.site.startWorker()
  await load.webs[1]?.kill()
  load.webs[1] = await load.site.startWeb(1)
  return null
}
