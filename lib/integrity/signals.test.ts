import { describe, expect, it, vi } from 'vitest'
import { formTime, readFormTime } from './form-time'
import { addSignal, assessRisk, type Sender } from './signals'

vi.mock('@/lib/integrity/limits/random-weight', () => ({ randomWeight: () => 1 }))

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

describe('the time of a form', () => {
  it('is valid for a day', () => {
    const made = formTime(now)
    expect(readFormTime(made, minutes(5))).toBe('good')
    expect(readFormTime(made, minutes(24 * 60 + 5))).toBe('old_form')
  })

  it('is the same throughout a minute, so that cached pages stay the same', () => {
    expect(formTime(now)).toBe(formTime(new Date(now.getTime() + 59_000)))
  })

  it.each([undefined, '', 'abc', '0.0', formTime(now).replace(/.$/, '!')])('%s is invalid', (text) => {
    expect(readFormTime(text, now)).toBe('no_form_time')
  })
})

async function assessMany(many: number, one: (i: number) => Sender, at: (i: number) => Date = () => now) {
  const assessed = []
  for (let i = 0; i < many; i++) assessed.push(await assessRisk(one(i), at(i)))
  return assessed
}

describe('assessing risk', () => {
  it('admits two hundred people of one school within an hour, with the school’s own domain', async () => {
    const school = sender({ network: '198.51.100.0/24', domain: 'school.example' })
    const assessed = await assessMany(
      200,
      () => school,
      (i) => minutes(i * 0.14),
    )
    expect(assessed.filter(({ suspicious }) => suspicious)).toEqual([])
    expect(assessed.filter(({ full }) => full.length > 0)).toEqual([])
  })

  it('a filled honeypot alone is suspicious; a disposable address alone is not', async () => {
    expect(await assessRisk(sender({ trap: true }), now)).toMatchObject({ signals: 'trap', suspicious: true })
    expect(await assessRisk(sender({ domain: 'mailinator.com' }), now)).toMatchObject({
      signals: 'disposable',
      suspicious: false,
    })
  })

  it.each([
    'duck.com',
    'mozmail.com',
    'privaterelay.appleid.com',
    'simplelogin.com',
    'aleeas.com',
    'slmail.me',
    'passmail.net',
    'addy.io',
    'anonaddy.me',
    '33mail.com',
    'e4ward.com',
    'proton.me',
    'tuta.com',
    'riseup.net',
  ])('doubts nobody for hiding an address behind %s', async (domain) => {
    expect(await assessRisk(sender({ domain }), now)).toMatchObject({ signals: '' })
  })

  it('forms posted under a mail domain raise no doubt about its people', async () => {
    const assessed = await assessMany(700, (i) => sender({ network: `10.9.${i}.0/24`, domain: 'very-many.example' }))
    expect(assessed.filter(({ signals }) => signals !== '')).toEqual([])
  })

  it('flags a network as busy from sixty an hour on, and wider IPv6 networks from more', async () => {
    const last = async (many: number, network: (i: number) => string) =>
      (await assessMany(many, (i) => sender({ network: network(i) }))).at(-1)?.signals
    expect(await last(60, () => '203.0.113.0/24')).toBe('')
    expect(await last(1, () => '203.0.113.0/24')).toBe('busy_network')
    expect(await last(301, (i) => `2001:db8:9:${i.toString(16)}::/64`)).toBe('busy_network')
    expect(await last(3_001, (i) => `2001:db9:${i.toString(16)}:0::/64`)).toBe('busy_network')
  })

  it('records a solved challenge and a later mail as signals', () => {
    expect(addSignal('', 'solved_task')).toEqual({ signals: 'solved_task', suspicious: false })
    expect(addSignal('no_form_time busy_network', 'solved_task')).toEqual({
      signals: 'no_form_time busy_network solved_task',
      suspicious: true,
    })
  })
})
