import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentenceDiff } from './sentence-diff'
import type { DiffPart } from './word-diff'

/** With what is marked in brackets, and the number of unchanged sentences. */
function said(before: string, after: string, locale = 'en'): (string | number)[] {
  const marked = (parts: DiffPart[]) => parts.map(({ kind, text }) => (kind === 'same' ? text : `[${text}]`)).join('')
  return sentenceDiff(before, after, locale).map((run) =>
    run.kind === 'same' ? run.sentences : `${run.kind}: ${marked(run.before)} → ${marked(run.after)}`,
  )
}

test('of a long text only the sentence that changed is shown, before and after', () => {
  const paragraph = (word: string) => `First. Second.\n\nThe Council must ${word} now. Last.`
  expect(said(paragraph('act'), paragraph('vote'))).toEqual([
    2,
    'changed: The Council must [act] now. → The Council must [vote] now.',
    1,
  ])
})

test('splits Korean, Japanese and Chinese into sentences', () => {
  expect(said('첫째. 안보리는 행동해야 한다. 끝.', '첫째. 안보리는 지금 행동해야 한다. 끝.', 'ko')).toEqual([
    1,
    'changed: 안보리는 행동해야 한다. → 안보리는 [지금 ]행동해야 한다.',
    1,
  ])
  expect(said('一つ。安保理は行動すべきだ。終わり。', '一つ。安保理は今すぐ行動すべきだ。終わり。', 'ja')).toEqual([
    1,
    'changed: 安保理は行動すべきだ。 → 安保理は[今すぐ]行動すべきだ。',
    1,
  ])
  expect(said('第一。安理会必须行动。完。', '第一。安理会应当行动。完。', 'zh')).toEqual([
    1,
    'changed: 安理会[必须]行动。 → 安理会[应当]行动。',
    1,
  ])
})

test('a sentence that is added or removed stands alone', () => {
  expect(said('One.\nTwo.', 'One.\nNew.\nTwo.')).toEqual([1, 'changed:  → [\nNew.]', 1])
  expect(said('One. Old. Two.', 'One. Two.')).toEqual([1, 'changed: [ Old.] → ', 1])
  expect(said('', 'All of it.')).toEqual(['changed:  → [All of it.]'])
})

test('a change of nothing but white space is named as one, between sentences and within', () => {
  expect(said('One. Two. Three.', 'One.\n\nTwo. Three.')).toEqual([1, 'space: [ ]Two. → [\n\n]Two.', 1])
  expect(said('One  more. Two.', 'One more. Two.')).toEqual(['space: One[  ]more. → One[ ]more.', 1])
  expect(said('안보리 는 행동하라.', '안보리는 행동하라.', 'ko')[0]).toMatch(/^space: /)
  expect(said('One.\n', 'One.')).toEqual([1, 'space: [\n] → '])
})

test('nothing is lost and no difference is hidden, for any two texts', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b ', '나. ', '\n', '. ', '  ', '。', 'ع؟ ') })
  const bare = (one: string) => one.replaceAll(/\s/g, '')
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = sentenceDiff(before, after, 'ko')
      expect(runs.some(({ kind }) => kind !== 'same')).toBe(before !== after)
      const side = (name: 'before' | 'after') =>
        runs.map((run) => (run.kind === 'same' ? run.text : run[name].map((part) => part.text).join(''))).join('')
      expect([bare(side('before')), bare(side('after'))]).toEqual([bare(before), bare(after)])
      for (const run of runs) {
        if (run.kind !== 'same') expect([...run.before, ...run.after].some(({ kind }) => kind !== 'same')).toBe(true)
      }
    }),
  )
})

test('two long texts with nothing in common are compared quickly', () => {
  const text = (word: string) => Array.from({ length: 8_000 }, (_, i) => `${word}${i}.`).join(' ')
  const began = process.cpuUsage()
  expect(sentenceDiff(text('a'), text('b'), 'en')).toHaveLength(1)
  // In µs of this process, as other programs may be running.
  expect(process.cpuUsage(began).user).toBeLessThan(3_000_000)
})
