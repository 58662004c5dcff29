import { expect, it } from 'vitest'
import { firstParagraph, plainText } from './plain-text'

const source = '## When\n\nIn **March** the [Council](https://example.org) met.\n\n- one\n- *two*'

it('leaves the words and takes the marks away', () => {
  expect(plainText(source)).toBe('When\n\nIn March the Council met.\n\n- one\n- two')
})

it('finds the first paragraph, past a heading', () => {
  expect(firstParagraph(source)).toBe('In March the Council met.')
  expect(firstParagraph('')).toBe('')
})
