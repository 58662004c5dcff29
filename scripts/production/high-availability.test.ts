import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { PATIENCE } from '@/lib/failover/limits'

const read = (name: string) => readFile(`deploy/ha/${name}`, 'utf8')
const { bootstrap } = parse(await read('patroni.yml')) as {
  bootstrap: { dcs: Record<string, unknown> & { ttl: number } }
}

it('a commit is acknowledged by two servers, and only one that has it may take over', () => {
  expect(bootstrap.dcs).toMatchObject({
    synchronous_mode: true,
    synchronous_mode_strict: true,
    postgresql: { parameters: { synchronous_commit: 'on' } },
  })
})

it('forms wait for longer than a failover takes: the lock, and some ten seconds', () => {
  expect(PATIENCE).toBeGreaterThan((bootstrap.dcs.ttl + 10) * 1_000)
})

it('the lock is written by compare-and-set: Patroni before 3.0.3 does so through etcd’s older interface alone', async () => {
  const patroni = await read('patroni.env')
  expect(patroni).toMatch(/^PATRONI_ETCD_HOSTS=/m)
  expect(patroni).not.toMatch(/^PATRONI_ETCD3/m)
  expect(await read('etcd.env')).toMatch(/^ETCD_ENABLE_V2=true$/m)
})

it.each(['patroni.env', 'etcd.env'])('%s is the same for each server but for its number', async (name) => {
  const own = (await read(name)).split('\n').filter((line) => /^\w*(NAME|LISTEN|CONNECT|ADVERTISE)\w*=/.test(line))
  for (const line of own.filter((one) => !one.includes('USERNAME'))) expect(line).toContain('@N@')
})
