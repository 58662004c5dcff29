import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import pg from 'pg'
import { SLUG } from '../one-site'
import type { Told } from './own'
import type { UnderLoad } from './under-load'

/** People a second who only come to read. */
export const arrivals = Number(process.env.FAULTS_ARRIVALS ?? 2_000)

/**
 * Somebody else takes all connections of the server, and those of the public processes end, while very many people
 * come.
 */
export async function exhaustConnections({ path, site }: UnderLoad, seconds = 60): Promise<Told> {
  const address = `postgresql://petition_admin:faults@127.0.0.1:${path.port}/petition`
  const taken: pg.Client[] = []
  const take = () => {
    const client = new pg.Client({ connectionString: address })
    client.on('error', () => undefined)
    taken.push(client)
    return client.connect().then(
      () => true,
      () => false,
    )
  }
  const readers = site.webs.map((web) => readFrom(web, arrivals / site.webs.length, seconds))
  while (await take());
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await owner.connect()
  const end = performance.now() + seconds * 1_000
  while (performance.now() < end) {
    await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'petition_web'`)
    while (await take());
    await sleep(200)
  }
  await owner.end()
  await Promise.all(taken.map((client) => client.end().catch(() => undefined)))
  const answers = await Promise.all(readers)
  const sum = (of: 'good' | 'bad') => answers.reduce((all, one) => all + one[of], 0)
  return { said: `${sum('good').toLocaleString('en')} pages read meanwhile, ${sum('bad')} not` }
}

/** Asks for the petition's page at a steady rate. */
async function readFrom(site: string, overallRate: number, duration: number): Promise<{ good: number; bad: number }> {
  const url = `${site}/en/petitions/${SLUG}`
  const result = await autocannon({ url, overallRate, duration, connections: 100, timeout: 30 })
  return { good: result['2xx'], bad: result.non2xx + result.errors }
}
