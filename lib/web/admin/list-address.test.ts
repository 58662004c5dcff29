import { expect, test } from 'vitest'
import { listAddress } from './list-address'

const query = { state: 'held', country: '', from: '2026-11-01T10:00', zone: 'Asia/Seoul', after: 'x', done: 'saved' }

test('a list is addressed without what an action said, without its pages, and without what is empty', () => {
  expect(listAddress('/list', query)).toBe('/list?state=held&from=2026-11-01T10%3A00&zone=Asia%2FSeoul')
  expect(listAddress('/list', {})).toBe('/list')
})

test('a part is changed or left out; the zone goes with the last part', () => {
  expect(listAddress('/list', query, { state: 'counted', from: undefined })).toBe(
    '/list?state=counted&zone=Asia%2FSeoul',
  )
  expect(listAddress('/list', query, { state: undefined, from: undefined })).toBe('/list')
  expect(listAddress('/list', query, { from: undefined, after: 'y' })).toBe(
    '/list?state=held&zone=Asia%2FSeoul&after=y',
  )
  expect(listAddress('/list', { state: ['a', 'b'] })).toBe('/list')
})
