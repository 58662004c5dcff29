import { expect, it } from 'vitest'
import { limitFileMemory } from './limit-file-memory'

const file = (length: number) => new Uint8Array(length)

it('a file that many read is held once', () => {
  const hold = limitFileMemory({ all: 100, each: 100 })
  const [big, small] = [file(80), file(20)]
  for (let i = 0; i < 1_000; i += 1) expect(hold(`network ${i}`, big)).not.toBeNull()
  expect(hold('a', small)).not.toBeNull()
  expect(hold('a', file(1))).toBeNull()
})

it('one network leaves room for the others, and none holds more than all may', () => {
  const hold = limitFileMemory({ all: 100, each: 60 })
  expect(hold('a', file(40))).not.toBeNull()
  expect(hold('a', file(40))).toBeNull()
  expect(hold('b', file(40))).not.toBeNull()
  expect(hold('c', file(40))).toBeNull()
  expect(hold('c', file(20))).not.toBeNull()
})

it('what is sent leaves its room, each reader once', () => {
  const hold = limitFileMemory({ all: 100, each: 100 })
  const big = file(80)
  const [first, second] = [hold('a', big), hold('a', big)]
  first?.()
  expect(hold('a', file(40))).toBeNull()
  second?.()
  expect(hold('a', file(40))).not.toBeNull()
})

it('a file that is larger than the limit is sent alone', () => {
  const hold = limitFileMemory({ all: 10, each: 5 })
  const sent = hold('a', file(20))
  expect(hold('b', file(1))).toBeNull()
  sent?.()
  expect(hold('b', file(1))).not.toBeNull()
})
