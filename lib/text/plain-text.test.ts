import { expect, it } from 'vitest'
import { firstParagraph, plainText } from './plain-text'

const source = '## When\n\nIn **March** the [Council](https://example.org) met.\n\n- one\n- *two*'

it('keeps the words and drops the markup', () => {
  expect(plainText(source)).toBe('When\n\nIn March the Council met.\n\n- one\n- two')
})

it('finds the first paragraph, after a heading', () => {
  expect(firstParagraph(source)).toBe('In March the Council met.')
  expect(firstParagraph('')).toBe('')
})
