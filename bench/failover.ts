import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { closeDb } from '@/lib/db'
import { root } from '@/scripts/setup/root.mjs'
import { countUp } from './failover/count-up'
import { type Fault, faults } from './failover/faults'
import { type HaCluster, missingPrograms, startHaCluster } from './failover/ha-cluster'
import { canMakeHosts } from './failover/hosts'
import { writeToOldLeader } from './failover/old-leader'
import { type FaultFigures, report, row } from './failover/report'
import { sendSigners } from './failover/signers'
import { prepareSite, type Site } from './failover/site'
import { type MailSink, openMailSink } from './mail-sink'
import { SLUG } from './one-site'

// npm run drill:failover: people sign on a cluster by deploy/ha while its leader fails in four ways. FAILOVER_RATE:
// people a second (30); FAILOVER_FAULTS: killed,silent,cut,full; FAILOVER_SECONDS: after each fault (60).
const rate = Number(process.env.FAILOVER_RATE ?? 30)
const seconds = Number(process.env.FAILOVER_SECONDS ?? 60)
const wanted = (process.env.FAILOVER_FAULTS ?? 'killed,silent,cut,full').split(',')
/** In seconds: people come before the fault. */
const BEFORE = 10
/** In MB, of each server. */
const DISK = 1_000

const missing = await missingPrograms()
if (missing.length > 0) {
  console.log(
    `Skipped: ${missing.join(', ')} not found. On Debian: apt-get install patroni etcd-server haproxy postgresql curl`,
  )
} else if (!(await canMakeHosts())) {
  console.log('Skipped: the drill makes hosts of its own (network namespaces), for which it needs Linux and root.')
} else {
  process.exitCode = await drill()
}

async function drill(): Promise<number> {
  // One at a time on a machine: the names of the hosts are its own.
  const folder = join(root, '.data', 'failover')
  const cluster = await startHaCluster(folder, DISK)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cluster.stop().finally(() => process.exit(1)))
  }
  const sink = await openMailSink()
  try {
    console.log(`A cluster of three (${cluster.versions}).`)
    const site = await prepareSite({ direct: cluster.url, url: cluster.url, smtpUrl: sink.url, folder })
    const processes = [await site.startWeb(0), await site.startWeb(1), site.startWorker()]
    // A page that was never made cannot be shown while there is no database.
    for (const web of site.webs) await fetch(`${web}/en/petitions/${SLUG}`)
    const figures: FaultFigures[] = []
    try {
      for (const fault of faults.filter(({ name }) => wanted.includes(name))) {
        figures.push(await befall(fault, cluster, site, sink))
      }
      console.log(await publish(figures, cluster))
    } finally {
      await closeDb()
      await Promise.all(processes.map((one) => one.stop()))
    }
    return figures.every(isSurvived) ? 0 : 1
  } finally {
    await sink.stop()
    await cluster.stop()
  }
}

/** Nothing acknowledged is gone or counted twice, and at most one person in a hundred saw an error. */
function isSurvived({ people, lost, doubled, direct, faults: wrong }: FaultFigures): boolean {
  const errors = people.filter(({ error }) => error !== undefined).length
  return lost + doubled + direct.gone + wrong.length === 0 && errors <= people.length / 100
}

/** A run with all faults is kept. */
async function publish(figures: FaultFigures[], { versions }: HaCluster): Promise<string> {
  const text = await report(figures, { rate, before: BEFORE, seconds, versions })
  if (figures.length === faults.length) await writeFile(join(root, 'bench', 'failover.md'), text)
  return text
}

async function befall(fault: Fault, cluster: HaCluster, site: Site, sink: MailSink): Promise<FaultFigures> {
  const leader = await cluster.leader()
  if (!leader) throw new Error('there is no leader')
  console.log(`${fault.name}: ${leader.name}`)
  const signers = sendSigners(site.webs, sink, rate, fault.name)
  await sleep(BEFORE * 1_000)
  const old = await writeToOldLeader(cluster, leader)
  const began = performance.now()
  await fault.inject(leader)
  let followed: number | null = null
  while (performance.now() - began < seconds * 1_000) {
    await sleep(200)
    const now = await cluster.leader()
    if (followed === null && now && now.name !== leader.name) followed = performance.now() - began
  }
  await fault.mend(cluster, leader)
  await signers.stop()
  await cluster.whole()
  const direct = await old.stop()
  const counted = await countUp(signers.people, site.webs[0] ?? '')
  const figures = { fault, people: signers.people, began, followed, direct, ...counted }
  console.log(row(figures))
  return figures
}
