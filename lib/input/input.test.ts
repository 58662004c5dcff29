import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readDay, readMoment } from './day'
import { isId } from './id'
import { readQuery } from './read-query'
import { isStorable, storable } from './storable'
import { readWhole } from './whole-number'

test('an id is a UUID in lower case, and nothing that merely looks like one', () => {
  expect(isId('6f9619ff-8b86-4011-b42d-00c04fc964ff')).toBe(true)
  for (const other of [
    '-'.repeat(36),
    '0'.repeat(36),
    '6F9619FF-8B86-4011-B42D-00C04FC964FF',
    '6f9619ff8b864011b42d00c04fc964ff',
    '{6f9619ff-8b86-4011-b42d-00c04fc964ff}',
    '6f9619ff-8b86-4011-b42d-00c04fc964ff\n',
    '',
    null,
    undefined,
    ['6f9619ff-8b86-4011-b42d-00c04fc964ff'],
  ])
    expect(isId(other)).toBe(false)
})

test('a day exists, in a year that every calendar and the database know', () => {
  expect(readDay('2028-02-29')?.toISOString()).toBe('2028-02-29T00:00:00.000Z')
  const none = ['2026-02-30', '2026-02-29', '2026-13-01', '2026-00-10', '0000-01-01', '9999-12-31', '99999-01-01', '']
  for (const text of [...none, '2026-1-1', '20260101', ' 2026-01-01', '2026-01-01Z', '٢٠٢٦-٠١-٠١'])
    expect(readDay(text)).toBeNull()
})

test('a moment is read in UTC, with or without seconds and Z', () => {
  const read = (text: string) => readMoment(text)?.toISOString()
  expect(read('2026-11-22')).toBe('2026-11-22T00:00:00.000Z')
  expect(read('2026-11-22T10:30')).toBe('2026-11-22T10:30:00.000Z')
  expect(read('2026-11-22T10:30:05.250Z')).toBe('2026-11-22T10:30:05.250Z')
  for (const text of [
    '2026-02-30T10:00',
    '2026-11-22T24:00',
    '2026-11-22T10:60',
    '2026-11-22T10:00+09:00',
    '2026-11-22 10:00',
  ])
    expect(read(text)).toBeUndefined()
})

test('a whole number is written in digits and fits its column', () => {
  expect(readWhole('2147483647')).toBe(2147483647)
  for (const text of ['2147483648', '-1', '1e3', '0x10', '1.0', '', ' 1', '٣', '9'.repeat(400), 'NaN'])
    expect(readWhole(text)).toBeNull()
})

test('characters that no text can hold are found and removed; all others stay', () => {
  expect(storable('a\0b\ud800c\udc00')).toBe('abc')
  expect(storable('김지수 😀 \ufffd')).toBe('김지수 😀 \ufffd')
  expect(isStorable('\ud83d')).toBe(false)
})

describe('the query of a URL', () => {
  const schema = z.strictObject({ state: z.enum(['a', 'b'], 'unreadable').optional(), q: z.string().optional() })

  test('is read if all of it can be; an empty value is none', () => {
    expect(readQuery(schema, { state: 'a', q: '' })).toEqual({ ok: true, query: { state: 'a' } })
    expect(readQuery(schema, new URLSearchParams('q=x'))).toEqual({ ok: true, query: { q: 'x' } })
  })

  test.each([
    [{ state: 'nonsense' }, { state: ['unreadable'] }],
    [{ state: ['a', 'b'] }, { state: ['repeated'] }],
    [{ sate: 'a' }, { sate: ['unknown_name'] }],
    [{ q: 'a\0' }, { q: ['unreadable'] }],
    [{ constructor: 'x' }, { constructor: ['unknown_name'] }],
  ])('%j is refused', (query, errors) => {
    expect(readQuery(schema, query as Record<string, string>)).toEqual({ ok: false, errors })
  })

  test('a repeated parameter is an error', () => {
    expect(readQuery(schema, new URLSearchParams('state=a&state=a'))).toEqual({
      ok: false,
      errors: { state: ['repeated'] },
    })
  })
})
