import { expect, test } from 'vitest'
import { momentIn, timeIn, timeZones, zoneName } from './time-zone'

test('a moment is said in the zone’s own time, also across midnight and summer time', () => {
  const at = new Date('2026-11-28T15:30:59Z')
  expect(timeIn(at, 'UTC')).toBe('2026-11-28 15:30')
  expect(timeIn(at, 'Asia/Seoul')).toBe('2026-11-29 00:30')
  expect(timeIn(at, 'America/New_York')).toBe('2026-11-28 10:30')
  expect(timeIn(new Date('2026-07-01T15:30:00Z'), 'America/New_York')).toBe('2026-07-01 11:30')
})

test('a zone is called by its city', () => {
  expect(zoneName('Asia/Seoul', 'en')).toBe('Seoul')
  expect(zoneName('America/Argentina/Buenos_Aires', 'en')).toBe('Buenos Aires')
  expect(zoneName('UTC', 'en')).toBe('UTC')
  expect(['ko', 'ja'].map((language) => zoneName('Asia/Kathmandu', language))).toEqual(['네팔 시간', 'ネパール時間'])
  expect(zoneName('UTC', 'ko')).toBe('UTC')
})

test('UTC, Seoul and Tokyo are among those to choose from, each once', () => {
  expect(timeZones).toEqual(expect.arrayContaining(['UTC', 'Asia/Seoul', 'Asia/Tokyo']))
  expect(new Set(timeZones).size).toBe(timeZones.length)
})

test.each([
  ['2026-11-29T00:30', 'Asia/Seoul', '2026-11-28T15:30:00.000Z'],
  ['2026-11-29T00:30:15', 'UTC', '2026-11-29T00:30:15.000Z'],
  ['2026-07-01T11:30', 'America/New_York', '2026-07-01T15:30:00.000Z'],
  ['2026-12-01T11:30', 'America/New_York', '2026-12-01T16:30:00.000Z'],
  // Shown twice, and skipped.
  ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
  ['2026-11-29T05:15', 'Asia/Kathmandu', '2026-11-28T23:30:00.000Z'],
])('%s in %s is %s', (text, zone, utc) => {
  expect(momentIn(text, zone)?.toISOString()).toBe(utc)
})

test.each(['2026-11-29', '2026-11-29T00:30Z', '2026-02-30T00:30', 'noon', ''])('%j is no local time', (text) => {
  expect(momentIn(text, 'Asia/Seoul')).toBeNull()
})
