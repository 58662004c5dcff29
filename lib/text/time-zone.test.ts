import { expect, test } from 'vitest'
import { timeIn, timeZones, zoneName } from './time-zone'

test('a moment is said in the zone’s own time, also across midnight and summer time', () => {
  const at = new Date('2026-11-28T15:30:59Z')
  expect(timeIn(at, 'UTC')).toBe('2026-11-28 15:30')
  expect(timeIn(at, 'Asia/Seoul')).toBe('2026-11-29 00:30')
  expect(timeIn(at, 'America/New_York')).toBe('2026-11-28 10:30')
  expect(timeIn(new Date('2026-07-01T15:30:00Z'), 'America/New_York')).toBe('2026-07-01 11:30')
})

test('a zone is called by its city', () => {
  expect(zoneName('Asia/Seoul')).toBe('Seoul')
  expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  expect(zoneName('UTC')).toBe('UTC')
})

test('UTC, Seoul and Tokyo are among those to choose from, each once', () => {
  expect(timeZones).toEqual(expect.arrayContaining(['UTC', 'Asia/Seoul', 'Asia/Tokyo']))
  expect(new Set(timeZones).size).toBe(timeZones.length)
})
