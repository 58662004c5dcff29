import { expect, it } from 'vitest'
import { paddedJson, paddedLength } from './padded-json'

it('is the value, whatever its length', () => {
  for (const text of ['', '김', 'x'.repeat(238), 'x'.repeat(9_000), '☂"\n'.repeat(300)]) {
    const padded = paddedJson({ text })
    expect(JSON.parse(padded.toString('utf8'))).toEqual({ text })
    expect(padded.length).toBe(paddedLength(Buffer.byteLength(JSON.stringify({ text }))))
  }
})

it('has few lengths, and adds at most an eighth to what is long', () => {
  const lengths = new Set(Array.from({ length: 8192 }, (_, size) => paddedLength(size)))
  expect([...lengths]).toEqual([256, 512, 1024, 2048, 4096, 8192])
  expect(paddedLength(8193)).toBe(9216)
  expect(paddedLength(10_000_000)).toBe(10_485_760)
  for (let size = 8193; size < 20_000_000; size = Math.ceil(size * 1.07)) {
    expect(paddedLength(size)).toBeGreaterThanOrEqual(size)
    expect(paddedLength(size)).toBeLessThanOrEqual(size * 1.125)
  }
})
