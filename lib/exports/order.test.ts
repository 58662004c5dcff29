import { expect, test } from 'vitest'
import { readOrder } from './order'

const now = new Date('2026-11-22T10:00:00Z')
const petition = '6f9619ff-8b86-4011-b42d-00c04fc964ff'
const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'

test('an order that says all is read', () => {
  const read = readOrder({ petition, recipient, reason: 'the test' }, ['country', 'name'], now)
  expect(read).toMatchObject({ ok: true, order: { recipient, filter: { petition } } })
})

test.each([
  [{ petition: '' }, ['country'], 'petition_missing'],
  [{}, [], 'columns_missing'],
  [{}, ['nonsense'], 'columns_unknown'],
  [{}, ['country', 'names'], 'columns_unknown'],
  [{ via: 'no such code!' }, ['country'], 'filter_unreadable'],
  [{ contry: 'KR' }, ['country'], 'filter_unreadable'],
  [{ from: '2026-02-30' }, ['country'], 'filter_unreadable'],
  [{ state: 'nonsense' }, ['country'], 'filter_unreadable'],
  [{ format: 'xlsx' }, ['country'], 'format'],
  [{ state: 'withdrawn' }, ['country'], 'state_not_exported'],
  [{ state: 'held' }, ['name'], 'state_not_exported'],
  [{ recipient: '' }, ['name'], 'recipient'],
  [{ recipient: 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq' }, ['email'], 'recipient'],
  [{ reason: ' ' }, ['country'], 'why'],
])('%o with %o is refused: %s', (fields, columns, reason) => {
  expect(readOrder({ petition, recipient, reason: 'the test', ...fields }, columns, now)).toEqual({ ok: false, reason })
})
