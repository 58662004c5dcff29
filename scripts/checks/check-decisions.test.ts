import { expect, test } from 'vitest'
import { checkDecisions, findTroubles } from './check-decisions.mjs'

const record = '# 7. Pages are kept\n\n**Context.** A.\n\n**Decision.** B.\n\n**Consequences.** C.\n'
const index = '| 0007 | [Pages are kept](0007-pages.md) |'

test('a record has the next number, the title of the index and three parts, and is short', () => {
  expect(findTroubles('0007-pages.md', 7, record, index)).toEqual([])
  expect(findTroubles('0008-pages.md', 7, record, index)).toHaveLength(1)
  expect(findTroubles('0007-pages.md', 7, record.replace('7. ', ''), index)).toHaveLength(1)
  expect(findTroubles('0007-pages.md', 7, record.replace('kept', 'made'), index)).toHaveLength(1)
  expect(findTroubles('0007-pages.md', 7, record.replace('**Consequences.** C.', ''), index)).toHaveLength(1)
  expect(findTroubles('0007-pages.md', 7, record + 'word '.repeat(300), index)).toEqual([
    expect.stringContaining('words; 300 are the most'),
  ])
})

test('ours are so', async () => {
  expect(await checkDecisions()).toMatch(/^\d+ records$/)
})
