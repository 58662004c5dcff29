import { expect, test } from 'vitest'
import { readRule } from '@/lib/bulk-actions/rule'
import { readOrder } from '@/lib/exports/order'
import { readFilterQuery, readListQuery } from './list-query'
import { inUtc, keptMoment, shownIn } from './typed-moments'

const petition = '6f9619ff-8b86-4011-b42d-00c04fc964ff'
const seoul = { from: '2026-11-29T00:30', to: '2026-11-29T09:00', zone: 'Asia/Seoul' }
const from = new Date('2026-11-28T15:30:00Z')
const to = new Date('2026-11-29T00:00:00Z')

test('times that were typed are read in the zone that the form says, by the list, a rule, an export alike', () => {
  expect(readListQuery(seoul)).toMatchObject({ ok: true, filter: { from, to } })
  expect(readFilterQuery(seoul)).toMatchObject({ ok: true, filter: { from, to } })
  expect(readRule({ ...seoul, petition })).toMatchObject({ ok: true, rule: { filter: { from, to } } })
  const exact = { ...seoul, petition, reason: 'the test' }
  expect(readOrder(exact, ['country'], to)).toEqual({ ok: false, reason: 'days_only' })
  const days = { ...exact, from: '2026-11-28T00:00', to: '2026-11-29T00:00' }
  const midnight = new Date('2026-11-28T15:00:00Z')
  expect(readOrder(days, ['country'], to)).toMatchObject({ ok: true, order: { filter: { to: midnight } } })
})

test('without a zone, or with a Z, it is UTC; a zone that there is none is refused', () => {
  const utc = { from: '2026-11-28T15:30', to: '2026-11-29' }
  expect(readListQuery(utc)).toMatchObject({ ok: true, filter: { from, to } })
  const marked = { from: '2026-11-28T15:30:00.000Z', zone: 'Asia/Seoul' }
  expect(readListQuery(marked)).toMatchObject({ ok: true, filter: { from } })
  expect(readListQuery({ ...utc, zone: 'Europe/Atlantis' })).toMatchObject({
    ok: false,
    errors: { zone: [expect.any(String)] },
  })
  expect(readListQuery({ from: 'noon', zone: 'Asia/Seoul' })).toMatchObject({
    ok: false,
    errors: { from: ['unreadable'] },
  })
  expect(inUtc({ country: 'KR', zone: 'Asia/Seoul' })).toEqual({ country: 'KR' })
})

test('a control shows the same moment in the zone of whoever reads it', () => {
  expect(shownIn('Asia/Seoul', seoul, 'from')).toBe('2026-11-29T00:30')
  expect(shownIn('UTC', seoul, 'from')).toBe('2026-11-28T15:30')
  expect(shownIn('Asia/Seoul', { from: '2026-11-28T15:30:12.345Z' }, 'from')).toBe('2026-11-29T00:30:12.345')
  expect(shownIn('Asia/Seoul', { from: '2026-11-28T15:30:12Z' }, 'from')).toBe('2026-11-29T00:30:12')
  expect(shownIn('Asia/Seoul', { from: '2026-11-28' }, 'from')).toBe('2026-11-28T09:00')
  expect(shownIn('Asia/Seoul', { from: 'noon' }, 'from')).toBe('noon')
  expect(shownIn('Asia/Seoul', {}, 'to')).toBe('')
})

test.each(['2026-10-25T00:10:00.000Z', '2026-10-25T01:10:00.000Z', '2026-10-25T03:10:00.000Z'])(
  '%s is shown and read back as itself, also in an hour that the clock shows twice',
  (from) => {
    const zone = 'Europe/Zurich'
    const shown = shownIn(zone, { from }, 'from')
    const kept = keptMoment(zone, { from }, 'from')
    expect(kept).toBe(from === '2026-10-25T01:10:00.000Z' ? from : null)
    const sent = { from: shown, zone, ...(kept && { fromAt: kept }) }
    expect(inUtc(sent)).toEqual({ from })
    expect([shownIn(zone, sent, 'from'), keptMoment(zone, sent, 'from')]).toEqual([shown, kept])
    // Another time was typed beside it.
    expect(inUtc({ ...sent, from: '2026-10-26T02:10' })).toEqual({ from: '2026-10-26T01:10:00.000Z' })
  },
)

test('beside a zone that is refused the time stays as typed; older names of a zone are read', () => {
  const typed = { from: '2026-11-29T00:30', zone: 'Europe/Atlantis' }
  expect(shownIn('Asia/Seoul', typed, 'from')).toBe('2026-11-29T00:30')
  expect(keptMoment('Asia/Seoul', typed, 'from')).toBeNull()
  for (const zone of ['Asia/Kolkata', 'Asia/Calcutta'])
    expect(inUtc({ from: '2026-11-29T05:30', zone })).toEqual({ from: '2026-11-29T00:00:00.000Z' })
})
