import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './word-diff'

test('marks added and removed words', () => {
  expect(wordDiff('The Council must act.', 'The Council must act now.', 'en')).toEqual([
    { kind: 'same', text: 'The Council must act' },
    { kind: 'added', text: ' now' },
    { kind: 'same', text: '.' },
  ])
  expect(wordDiff('Совет должен действовать', 'Совет обязан действовать', 'ru')).toEqual([
    { kind: 'same', text: 'Совет ' },
    { kind: 'removed', text: 'должен' },
    { kind: 'added', text: 'обязан' },
    { kind: 'same', text: ' действовать' },
  ])
})

test('splits languages without spaces into words too', () => {
  const parts = wordDiff('安全保障理事会は行動すべきだ', '安全保障理事会は今すぐ行動すべきだ', 'ja')
  expect(parts.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual(['今すぐ'])
})

test('without additions it is the older text, without removals the newer, for any two texts', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b ', '나', '\n', '. ', 'é', 'ع') })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after, 'en')
      const joined = (left: string) => parts.flatMap(({ kind, text }) => (kind === left ? [] : text)).join('')
      expect([joined('added'), joined('removed')]).toEqual([before, after])
    }),
  )
})

test('two long texts with nothing in common are shown whole, quickly', () => {
  const one = Array.from({ length: 6_000 }, (_, i) => `a${i}`).join(' ')
  const other = Array.from({ length: 6_000 }, (_, i) => `b${i}`).join(' ')
  const began = process.cpuUsage()
  expect(wordDiff(one, other, 'en').some(({ kind }) => kind === 'added')).toBe(true)
  // In µs of this process, as other programs may be running.
  expect(process.cpuUsage(began).user).toBeLessThan(3_000_000)
})
