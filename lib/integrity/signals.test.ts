import { describe, expect, it } from 'vitest'
import { formTime, readFormTime } from './form-time'
import { networkPrefix } from './network-prefix'
import { countInHour } from './rate'
import { judge, type Sender } from './signals'

const now = new Date('2026-03-01T12:30:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const sender = (more: Partial<Sender>): Sender => ({
  network: null,
  domain: 'gmail.com',
  via: null,
  formTime: 'good',
  trap: false,
  ...more,
})

describe('the network of an address', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0001:0002:aaaa::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0::/64'],
    ['127.0.0.1', null],
    ['::1', null],
    ['', null],
    ['somewhere', null],
  ])('%s', (address, prefix) => expect(networkPrefix(address)).toBe(prefix))
})

describe('counting within an hour', () => {
  it('adds up, apart for each kind and value', () => {
    expect([1, 2, 3].map(() => countInHour('a', 'x', now))).toEqual([1, 2, 3])
    expect(countInHour('a', 'y', now)).toBe(1)
    expect(countInHour('b', 'x', now)).toBe(1)
  })

  it('slides: an hour later half of it still counts, two hours later nothing', () => {
    const at = new Date('2026-03-02T12:00:00Z')
    const past = (n: number) => new Date(at.getTime() + n * 60_000)
    for (let i = 0; i < 100; i++) countInHour('slide', 'x', at)
    expect(countInHour('slide', 'x', past(90))).toBe(51)
    expect(countInHour('slide', 'x', past(240))).toBe(1)
  })

  it('forgets everything with the day', () => {
    for (let i = 0; i < 50; i++) countInHour('day', 'x', new Date('2026-03-03T23:59:00Z'))
    expect(countInHour('day', 'x', new Date('2026-03-04T00:01:00Z'))).toBe(1)
  })
})

describe('the time of a form', () => {
  it('is good for a day', () => {
    const made = formTime(now)
    expect(readFormTime(made, minutes(5))).toBe('good')
    expect(readFormTime(made, minutes(24 * 60 + 5))).toBe('old_form')
  })

  it('is the same for all of a minute, so that kept pages stay the same', () => {
    expect(formTime(now)).toBe(formTime(new Date(now.getTime() + 59_000)))
  })

  it.each([undefined, '', 'abc', '0.0', formTime(now).replace(/.$/, '!')])('%s is none', (text) => {
    expect(readFormTime(text, now)).toBe('no_form_time')
  })
})

describe('judging', () => {
  it('lets two hundred people of one school through within an hour, with the school’s own domain', () => {
    const school = sender({ network: '198.51.100.0/24', domain: 'school.example' })
    const judged = Array.from({ length: 200 }, (_, i) => judge(school, minutes(i * 0.14)))
    expect(judged.filter(({ suspicious }) => suspicious)).toEqual([])
    expect(judged.filter(({ full }) => full.length > 0)).toEqual([])
  })

  it('holds what a program sends by the hundred without the form', () => {
    const program = sender({ network: '192.0.2.0/24', domain: 'catch-all.example', formTime: 'no_form_time' })
    const judged = Array.from({ length: 100 }, () => judge(program, now))
    expect(judged.filter(({ suspicious }) => suspicious).length).toBe(40)
    expect(judged.at(-1)?.signals).toBe('no_form_time busy_network busy_domain')
  })

  it('holds a filled trap at once, and nothing for a disposable address alone', () => {
    expect(judge(sender({ trap: true }), now)).toMatchObject({ signals: 'trap', suspicious: true })
    expect(judge(sender({ domain: 'mailinator.com' }), now)).toMatchObject({ signals: 'disposable', suspicious: false })
  })

  it('holds all that come of one small domain once they are very many, however they come', () => {
    const of = (i: number) => sender({ network: `10.9.${i}.0/24`, domain: 'very-many.example' })
    const judged = Array.from({ length: 350 }, (_, i) => judge(of(i), now))
    expect(judged.filter(({ suspicious }) => suspicious)).toHaveLength(50)
    expect(judged.at(-1)).toMatchObject({ signals: 'busy_domain crowded_domain', suspicious: true })
    expect(judged.at(-1)?.full).toEqual([{ name: 'domain very-many.example', places: 300 }])
  })

  it('never counts a large provider as busy', () => {
    for (let i = 0; i < 500; i++) judge(sender({ domain: 'naver.com' }), now)
    expect(judge(sender({ domain: 'naver.com' }), now).signals).toBe('')
  })
})
