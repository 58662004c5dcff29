import { expect, it, vi } from 'vitest'
import { UNREADABLE, WIDER_PREFIXES } from './limits/network-of'
import { countRates } from './rate-limits'
import { assessRisk } from './signals'

// Random counting has its own test (count-in-hour.test.ts).
vi.mock('./limits/random-weight', () => ({ randomWeight: () => 1 }))

const day = (n: number) => new Date(Date.UTC(2026, 2, n, 12))
const one = (network: string | null, domain = 'gmail.com', via: string | null = null) => ({ network, domain, via })
/** One of many networks. */
const net = (i: number) => `10.${i >> 8}.${i & 255}.0/24`

/** The limits that this many requests reach. */
async function met(many: number, way: (i: number) => ReturnType<typeof one>, at: Date): Promise<string[]> {
  const found: string[] = []
  for (let i = 0; i < many; i++) {
    const { full } = await countRates(way(i), at)
    if (full.length > 0) found.push(full.map(({ kind }) => kind).join(' '))
  }
  return found
}

it('admits two hundred of one network within an hour, and asks the four hundred and first for more', async () => {
  expect(await met(400, () => one('192.0.2.0/24'), day(1))).toEqual([])
  expect(await met(1, () => one('192.0.2.0/24'), day(1))).toEqual(['network domainHere'])
})

it('counts a mail domain separately for each network, subdomains included', async () => {
  expect(await met(400, (i) => one(net(1), `x${i}.catch-all.example`), day(2))).toHaveLength(100)
  expect(await met(300, (i) => one(net(2), `x${i}.catch-all.example`), day(2))).toEqual([])
})

it('neither one network nor ten can use up a domain’s limit for people elsewhere', async () => {
  for (let n = 0; n < 10; n++) await met(400, () => one(net(n), 'national.example'), day(3))
  expect(await met(1, () => one(net(99), 'national.example'), day(3))).toEqual([])
})

it('very many networks can make a small domain require a challenge; a new network’s slow queue is empty', async () => {
  const at = day(4)
  expect(await met(300, (i) => one(net(i), 'small.example'), at)).toEqual([])
  const { full } = await countRates(one(net(999), 'small.example'), at)
  expect(full).toEqual([{ kind: 'domain', name: `domain small.example ${net(999)}`, slots: 100 }])
  // Also from a network’s sixteenth on, which no longer adds to the domain’s count.
  expect(await met(30, () => one(net(998), 'small.example'), at)).toHaveLength(30)
})

it('limits large providers in proportion, and all domains of one together', async () => {
  expect(await met(5_999, (i) => one(net(i), 'laposte.net'), day(5))).toEqual([])
  expect(await met(2, (i) => one(net(i + 7_000), 'laposte.net'), day(5))).toEqual(['domain'])
  expect(await met(6_100, (i) => one(net(i), i % 2 ? 'proton.me' : 'pm.me'), day(6))).toEqual([])
})

it('counts a whole /48 of networks as one, and a whole /32', async () => {
  const host = (i: number) => `h${i}.example`
  expect(await met(2_100, (i) => one(`2001:db8:1:${i.toString(16)}::/64`, host(i)), day(7))).toHaveLength(100)
  expect(await met(100, (i) => one(`2001:db8:2:${i.toString(16)}::/64`, host(i)), day(7))).toEqual([])
  const spread = (i: number) => one(`2001:db9:${i.toString(16)}:0::/64`, host(i))
  expect(await met(20_100, spread, day(8))).toHaveLength(100)
})

it('limits every visitor: unreadable addresses share a strict limit, nearby ones a wide one', async () => {
  const host = (i: number) => `h${i}.example`
  expect(await met(110, (i) => one(UNREADABLE, host(i)), day(9))).toHaveLength(10)
  expect(await met(4_810, (i) => one(WIDER_PREFIXES, host(i)), day(9))).toHaveLength(10)
})

it('a member’s link may bring thousands an hour, but not any number', async () => {
  expect(await met(5_100, (i) => one(net(i), 'gmail.com', 'a-member'), day(10))).toHaveLength(100)
})

it('in exceptional traffic asks for more only if there is a signal of doubt', async () => {
  const at = day(11)
  const sender = { network: null, domain: 'gmail.com', via: null, formTime: 'good', trap: false } as const
  for (let i = 0; i < 60_000; i++) await countRates(one(null), at)
  expect((await assessRisk(sender, at)).full).toEqual([])
  expect((await assessRisk({ ...sender, formTime: 'no_form_time' }, at)).full).toMatchObject([{ name: 'all ' }])
  const past = new Date(at.getTime() + 3 * 3_600_000)
  expect((await assessRisk({ ...sender, formTime: 'no_form_time' }, past)).full).toEqual([])
})

it('a refused request that is repeated counts once, so honest retries do not look like a flood', async () => {
  const at = day(12)
  for (let i = 0; i < 290; i++) await countRates(one(net(5), 'school.example'), at)
  for (let i = 0; i < 50; i++) (await countRates(one(net(5), 'school.example'), at)).undo()
  expect(await met(10, () => one(net(5), 'school.example'), at)).toEqual([])
  expect(await met(1, () => one(net(5), 'school.example'), at)).toEqual(['domainHere'])
})
