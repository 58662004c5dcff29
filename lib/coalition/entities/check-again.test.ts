import { expect, test } from 'vitest'
import { isCheckedLongAgo } from './check-again'

test('an address is checked again after half a year', () => {
  const now = new Date('2026-11-30T10:00:00Z')
  expect(isCheckedLongAgo(new Date('2026-06-04'), now)).toBe(false)
  expect(isCheckedLongAgo(new Date('2026-06-02'), now)).toBe(true)
})
