import { expect, it } from 'vitest'
import { UNREADABLE, WIDER_PREFIXES } from './limits/network-of'
import { countRates } from './rate-limits'
import { assessRisk } from './signals'

const day = (n: number) => new Date(Date.UTC(2026, 2, n, 12))
const one = (network: string | null, domain = 'gmail.com', via: string | null = null) => ({ network, domain, via })
/** One of so many networks. */
const net = (i: number) => `10.${i >> 8}.${i & 255}.0/24`

/** Which limits so many met. */
async function met(many: number, way: (i: number) => ReturnType<typeof one>, at: Date): Promise<string[]> {
  const found: string[] = []
  for (let i = 0; i < many; i++) {
    const { full } = await countRates(way(i), at)
    if (full.length > 0) found.push(full.map(({ kind }) => kind).join(' '))
  }
  return found
}

it('lets two hundred of one network within an hour through, and asks more of the four hundred and first', async () => {
  expect(await met(400, () => one('192.0.2.0/24'), day(1))).toEqual([])
  expect(await met(1, () => one('192.0.2.0/24'), day(1))).toEqual(['network domainHere'])
})

it('counts a mail domain for each network apart, names in front of it included', async () => {
  expect(await met(400, (i) => one(net(1), `x${i}.catch-all.example`), day(2))).toHaveLength(100)
  expect(await met(300, (i) => one(net(2), `x${i}.catch-all.example`), day(2))).toEqual([])
})

it('one network cannot fill a domain for people elsewhere, nor can fourteen', async () => {
  for (let n = 0; n < 14; n++) await met(400, () => one(net(n), 'national.example'), day(3))
  expect(await met(1, () => one(net(99), 'national.example'), day(3))).toEqual([])
})

it('very many networks can make a small domain ask for a task, with an empty slow queue for a fresh network', async () => {
  const at = day(4)
  expect(await met(300, (i) => one(net(i), 'small.example'), at)).toEqual([])
  const { full } = await countRates(one(net(999), 'small.example'), at)
  expect(full).toEqual([{ kind: 'domain', name: `domain small.example ${net(999)}`, slots: 100 }])
  // Also from the twenty-first of one network on, which does not add to the domain’s number any more.
  expect(await met(30, () => one(net(998), 'small.example'), at)).toHaveLength(30)
})

it('limits large providers in proportion, and all the domains of one together', async () => {
  expect(await met(5_999, (i) => one(net(i), 'laposte.net'), day(5))).toEqual([])
  expect(await met(2, (i) => one(net(i + 7_000), 'laposte.net'), day(5))).toEqual(['domain'])
  expect(await met(6_100, (i) => one(net(i), i % 2 ? 'proton.me' : 'pm.me'), day(6))).toEqual([])
})

it('counts who has a whole /48 of networks as one, and a whole /32', async () => {
  const host = (i: number) => `h${i}.example`
  expect(await met(2_100, (i) => one(`2001:db8:1:${i.toString(16)}::/64`, host(i)), day(7))).toHaveLength(100)
  expect(await met(100, (i) => one(`2001:db8:2:${i.toString(16)}::/64`, host(i)), day(7))).toEqual([])
  const spread = (i: number) => one(`2001:db9:${i.toString(16)}:0::/64`, host(i))
  expect(await met(20_100, spread, day(8))).toHaveLength(100)
})

it('knows no visitor without a limit: what cannot be read shares a strict one, what comes from near a wide one', async () => {
  const host = (i: number) => `h${i}.example`
  expect(await met(110, (i) => one(UNREADABLE, host(i)), day(9))).toHaveLength(10)
  expect(await met(4_810, (i) => one(WIDER_PREFIXES, host(i)), day(9))).toHaveLength(10)
})

it('lets a member’s link bring thousands in an hour, not any number', async () => {
  expect(await met(5_100, (i) => one(net(i), 'gmail.com', 'a-member'), day(10))).toHaveLength(100)
})

it('in an hour like no other asks more of who raises a doubt, not of who raises none', async () => {
  const at = day(11)
  const sender = { network: null, domain: 'gmail.com', via: null, formTime: 'good', trap: false } as const
  for (let i = 0; i < 60_000; i++) await countRates(one(null), at)
  expect((await assessRisk(sender, at)).full).toEqual([])
  expect((await assessRisk({ ...sender, formTime: 'no_form_time' }, at)).full).toMatchObject([{ name: 'all ' }])
  const past = new Date(at.getTime() + 3 * 3_600_000)
  expect((await assessRisk({ ...sender, formTime: 'no_form_time' }, past)).full).toEqual([])
})

it('of who is sent away and comes again counts one: honest tries make no network look like a flood', async () => {
  const at = day(12)
  for (let i = 0; i < 290; i++) await countRates(one(net(5), 'school.example'), at)
  for (let i = 0; i < 50; i++) (await countRates(one(net(5), 'school.example'), at)).undo()
  expect(await met(10, () => one(net(5), 'school.example'), at)).toEqual([])
  expect(await met(1, () => one(net(5), 'school.example'), at)).toEqual(['domainHere'])
})
