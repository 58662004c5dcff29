import { expect, it } from 'vitest'
import { countCrowd } from './crowd'
import { judge } from './signals'

const now = new Date('2026-03-05T12:00:00Z')
const one = (network: string | null, domain = 'gmail.com', via: string | null = null) => ({ network, domain, via })

/** How many of so many are over a limit. */
function over(many: number, way: (i: number) => ReturnType<typeof one>, at = now): number {
  return Array.from({ length: many }, (_, i) => countCrowd(way(i), at)).filter(({ full }) => full.length > 0).length
}

it('lets two hundred of one network within an hour through, and asks more of the four hundred and first', () => {
  expect(over(400, () => one('192.0.2.0/24'))).toBe(0)
  expect(over(1, () => one('192.0.2.0/24'))).toBe(1)
})

it('takes names in front of a catch-all domain for one domain, and never counts a large provider', () => {
  expect(over(400, (i) => one(null, `x${i}.catch-all.example`))).toBe(100)
  for (const domain of ['gmail.com', 'naver.com', 'yahoo.co.jp']) expect(over(3_000, () => one(null, domain))).toBe(0)
})

it('counts who has a whole /48 of networks as one', () => {
  expect(over(2_100, (i) => one(`2001:db8:1:${i.toString(16)}::/64`))).toBe(100)
  expect(over(100, (i) => one(`2001:db8:2:${i.toString(16)}::/64`))).toBe(0)
})

it('lets a member’s link bring thousands in an hour, not any number', () => {
  const at = new Date('2026-03-06T12:00:00Z')
  expect(over(5_100, (i) => one(`10.${i >> 8}.${i & 255}.0/24`, 'gmail.com', 'a-member'), at)).toBe(100)
})

it('in an hour like no other asks more of who raises a doubt, not of who raises none', () => {
  const at = new Date('2026-03-07T12:00:00Z')
  const sender = { network: null, domain: 'gmail.com', via: null, formTime: 'good', trap: false } as const
  for (let i = 0; i < 60_000; i++) countCrowd(one(null), at)
  expect(judge(sender, at).full).toEqual([])
  expect(judge({ ...sender, formTime: 'no_form_time' }, at).full).toEqual([{ name: 'all', places: 60_000 }])
  const past = new Date(at.getTime() + 3 * 3_600_000)
  expect(judge({ ...sender, formTime: 'no_form_time' }, past).full).toEqual([])
})

it('of who is sent away and comes again counts one: honest tries make no domain look like a flood', () => {
  const at = new Date('2026-03-08T12:00:00Z')
  const sender = {
    network: '198.51.100.0/24',
    domain: 'school.example',
    via: null,
    formTime: 'good',
    trap: false,
  } as const
  for (let i = 0; i < 290; i++) judge(sender, at)
  for (let i = 0; i < 50; i++) judge(sender, at).forget()
  const last = judge(sender, at)
  expect(last).toMatchObject({ suspicious: false, full: [] })
  expect(countCrowd({ network: '198.51.100.0/24', domain: 'gmail.com', via: null }, at).network).toBe(292)
})
