import { expect, test } from 'vitest'
import { pageOf, readPage, rowsOf } from './pages'

test('an address asks for a page by its number, from 1, and for the first by none', () => {
  expect([undefined, '1', '12'].map(readPage)).toEqual([1, 1, 12])
  expect(['0', '-1', '1e3', 'x', '', '99999', ['1', '2']].map(readPage)).toEqual(Array(7).fill(null))
})

test('a page says how many there are, and what stands before the others is on the first alone', () => {
  expect(rowsOf(3)).toEqual({ skip: 100, take: 50 })
  expect(pageOf(1, ['b'], 101, ['a'])).toEqual({ rows: ['a', 'b'], total: 102, page: 1, pages: 3 })
  expect(pageOf(2, ['c'], 101, ['a'])).toMatchObject({ rows: ['c'], total: 102 })
  expect(pageOf(1, [], 0)).toMatchObject({ pages: 1, total: 0 })
})
