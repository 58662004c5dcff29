import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { closeDb } from '@/lib/db'
import { root } from '@/scripts/setup/root.mjs'
import { startGuardedCluster } from '@/test/guarded-cluster.mjs'
import { countUp } from './failover/count-up'
import { sendSigners } from './failover/signers'
import { prepareSite } from './failover/site'
import { openMailSink } from './mail-sink'
import { findCaddy, startProxy } from './upgrade/caddy'
import { openForm, sendForm } from './upgrade/kept-forms'
import { fetchRelease } from './upgrade/release'
import { upgradeReport } from './upgrade/report'

// npm run drill:upgrade: people sign, through Caddy, on a site and a database made by an earlier commit, while it is
// brought to today's, back, and to today's again, as docs/operations/upgrades.md says.
// UPGRADE_FROM: a commit; UPGRADE_RATE: people a second (3).
/** The first whose public processes say that they will stop before they do. */
const from = process.env.UPGRADE_FROM ?? '67a2a7c5'
const rate = Number(process.env.UPGRADE_RATE ?? 3)

const caddy = await findCaddy()
const before = await fetchRelease(from)
if (!caddy) console.log('Skipped: there is no Caddy here. On Debian: apt-get install caddy')
else if (!before) console.log(`Skipped: commit ${from} is not in this copy (git clone without --depth has it).`)
else process.exitCode = await drill(caddy, before)

async function drill(program: string, release: string): Promise<number> {
  const folder = join(root, '.data', 'upgrade')
  const cluster = await startGuardedCluster({ dir: join(folder, `postgres-${Date.now()}`), password: 'drill' })
  const sink = await openMailSink()
  const proxy = await startProxy(program, folder)
  const { port } = new URL(cluster.url('petition'))
  const url = (account: string, database: string) => `postgresql://${account}:drill@127.0.0.1:${port}/${database}`
  const env = { SITE_URL: proxy.url }
  const site = await prepareSite({ direct: url, url, smtpUrl: sink.url, folder, release, env })
  const webs = [await site.startWeb(0, { release }), await site.startWeb(1, { release })]
  let worker = site.startWorker({ release })
  await proxy.lead(site.webs)

  const roll = async (to: string) => {
    for (const i of [0, 1]) {
      await webs[i]?.stop()
      webs[i] = await site.startWeb(i, { release: to })
      // Until Caddy knows of it.
      await sleep(4_000)
    }
    await worker.stop()
    worker = site.startWorker({ release: to })
    await sleep(8_000)
  }

  try {
    const signers = sendSigners([proxy.url], sink, rate, 'upgrade', { local: true })
    await sleep(10_000)
    const old = await Promise.all([openForm(proxy.url, 'old-1'), openForm(proxy.url, 'old-2')])
    const migrated = await site.setUp(root)
    await sleep(5_000)
    await roll(root)
    const kept = [await sendForm(proxy.url, old[0])]
    const young = await openForm(proxy.url, 'young')
    await roll(release)
    kept.push(await sendForm(proxy.url, young))
    await roll(root)
    kept.push(await sendForm(proxy.url, old[1]))
    await sleep(5_000)
    await signers.stop()
    const counted = await countUp(signers.people, proxy.url)
    const figures = { from, rate, migrated, kept, people: signers.people, ...counted }
    const text = upgradeReport(figures)
    console.log(text)
    await writeFile(join(root, 'bench', 'upgrade.md'), text)
    const errors = signers.people.filter(({ error }) => error).length
    const wrong = counted.lost + counted.doubled + counted.faults.length + errors
    return wrong === 0 && kept.every((status) => status === 303) ? 0 : 1
  } finally {
    await closeDb()
    await Promise.all([...webs, worker].map((one) => one.stop()))
    await Promise.all([proxy.stop(), sink.stop()])
    await cluster.stop()
  }
}
