import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Diff } from './diff'

const html = (before: string, after: string, open?: boolean) =>
  renderToStaticMarkup(<Diff before={before} after={after} locale="ko" open={open ?? false} />)

test('what did not change is folded; what did stands before and after, marked, in its language', () => {
  const said = html('첫째. 안보리는 행동하라. 끝.', '첫째. 안보리는 지금 행동하라. 끝.')
  expect(said.match(/<details>/g)).toHaveLength(2)
  expect(said).toContain('Unchanged: 1 sentence')
  expect(said).toContain('<p class="muted">Before</p><div class="text" lang="ko" dir="ltr">안보리는 행동하라.</div>')
  expect(said).toContain('<ins>지금 </ins>')
  expect(html('하나. 둘.', '하나. 셋.', true)).toContain('<details open="">')
})

test('white space that changed can be seen and heard, and is named', () => {
  const said = html('하나. 둘.', '하나.\n둘.')
  expect(said).toContain('Only spaces or line breaks changed.')
  expect(said).toContain('<del><span aria-hidden="true">␣</span><span class="unseen">space</span></del>')
  expect(said).toContain('<ins><span aria-hidden="true">¶\n</span><span class="unseen">line break</span></ins>')
  expect(html('하나.', '하\u200b나.')).toMatch(/<ins>/)
})

test('an added sentence has no older side, a removed one no newer; a new text has no marks', () => {
  expect(html('하나.', '하나. 둘.')).toContain('Added')
  expect(html('하나. 둘.', '하나.')).toContain('Removed')
  expect(html('', '하나.')).toBe('<div class="text" lang="ko" dir="ltr">하나.</div>')
  expect(html('하나.', '하나.')).not.toContain('<ins>')
})
