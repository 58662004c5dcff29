import { expect, test } from 'vitest'
import { readOrder } from './order'
import { filterIn } from './reviewed-order'
import { dayOfRow, isStartOfDay, readDays } from './typed-days'

const now = new Date('2026-11-29T12:00:00Z')
const petition = '6f9619ff-8b86-4011-b42d-00c04fc964ff'
const order = (fields: Record<string, string>, columns = ['country', 'signed_on']) =>
  readOrder({ petition, reason: 'the test', ...fields }, columns, now)

test('a day is the day of whoever typed it, from its midnight to the next, summer time or not', () => {
  const days = { fromDay: '2026-11-27', toDay: '2026-11-28' }
  for (const [zone, from, to] of [
    ['Asia/Seoul', '2026-11-26T15:00:00Z', '2026-11-28T15:00:00Z'],
    ['America/New_York', '2026-11-27T05:00:00Z', '2026-11-29T05:00:00Z'],
    ['UTC', '2026-11-27T00:00:00Z', '2026-11-29T00:00:00Z'],
    ['', '2026-11-27T00:00:00Z', '2026-11-29T00:00:00Z'],
  ] as const) {
    const filter = { petition, from: new Date(from), to: new Date(to) }
    expect(order({ ...days, zone })).toMatchObject({ ok: true, order: { filter, zone: zone || 'UTC' } })
  }
  // The clocks of Beirut go from 24:00 to 1:00.
  const spring = new Date('2026-03-30T12:00:00Z')
  const [from, to] = ['2026-03-28T22:00:00.000Z', '2026-03-29T21:00:00.000Z']
  const beirut = { fromDay: '2026-03-29', toDay: '2026-03-29', zone: 'Asia/Beirut' }
  expect(readDays(beirut, spring)).toMatchObject({ ok: true, parts: { from, to } })
})

test('of what is older than ten days the day in UTC is the day, in the filter and in the file', () => {
  const old = order({ fromDay: '2026-11-18', toDay: '2026-11-19', zone: 'America/New_York' })
  const filter = { from: new Date('2026-11-18T00:00:00Z'), to: new Date('2026-11-20T05:00:00Z') }
  expect(old).toMatchObject({ ok: true, order: { filter } })
  expect(dayOfRow(new Date('2026-11-18T00:00:00Z'), 'America/New_York')).toBe('2026-11-18')
  expect(dayOfRow(new Date('2026-11-28T02:00:00Z'), 'America/New_York')).toBe('2026-11-27')
  expect(dayOfRow(new Date('2026-11-28T15:00:00Z'), 'Asia/Seoul')).toBe('2026-11-29')
})

test('without a second person nothing is cut out by the clock: not by a time, nor by the midnight of another zone', () => {
  const refused = { ok: false, reason: 'days_only' }
  expect(order({ from: '2026-11-28T09:00', zone: 'Asia/Seoul' })).toEqual(refused)
  expect(order({ fromDay: '2026-11-28', to: '2026-11-29T00:00:00Z', zone: 'Asia/Seoul' })).toEqual(refused)
  expect(isStartOfDay(new Date('2026-11-28T00:00:00Z'), 'Asia/Seoul', now)).toBe(false)
  expect(order({ from: '2026-11-28T00:00', zone: 'Asia/Seoul' })).toMatchObject({ ok: true })
})

test('a day or a zone that is none is refused, and named', () => {
  const nonsense: Record<string, string>[] = [
    { fromDay: '2026-02-30' },
    { toDay: '2026-11-28T10:00' },
    { fromDay: '2026-11-28', zone: 'Mars/Olympus' },
    // Newer engines take an offset for a zone.
    { fromDay: '2026-11-28', zone: '+05:37' },
  ]
  for (const fields of nonsense) expect(order(fields)).toEqual({ ok: false, reason: 'filter_unreadable' })
  expect(filterIn({ petition, fromDay: '2026-02-30', column: 'country', reason: 'x' }, now)).toEqual({
    ok: false,
    errors: { fromDay: ['unreadable'] },
  })
})
