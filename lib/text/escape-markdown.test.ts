import { describe, expect, test } from 'vitest'
import { asMarkdown, asQuotation } from './escape-markdown'
import { type MarkdownNode, readMarkdown } from './markdown'

const words = (nodes: MarkdownNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : node.tag === 'br' ? '\n' : words(node.children))).join('')
const tags = (nodes: MarkdownNode[]): string[] =>
  nodes.flatMap((node) => (typeof node === 'string' ? [] : [node.tag, ...tags(node.children)]))

const typed = [
  '1986. That year',
  '1) first',
  '*note* and **note** and __note__ and _note_',
  '- an item',
  '+ an item',
  '# 12',
  '> said before',
  '---',
  '===',
  'a `code` ~~gone~~ <b>bold</b> &amp; &lt;',
  '[here](https://evil.example) ![x](https://evil.example/x.png)',
  'see https://evil.example or www.evil.example or a@evil.example',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  'a\n:-:\nb',
  '[a]: https://evil.example',
  'a\\',
  'One\nTwo\n===\nThree\n    four\n1. five\n- six',
]

describe('words of somebody else', () => {
  test.each(typed)('say what was typed, and nothing else: %j', (text) => {
    const quoted = readMarkdown(asQuotation(text))
    expect(words(quoted)).toBe(text.replace(/^ +/gm, ''))
    expect(new Set(tags(quoted))).toEqual(new Set(['blockquote', 'p', ...(text.includes('\n') ? ['br'] : [])]))
    const [line = ''] = text.split('\n')
    expect([words(readMarkdown(asMarkdown(line))), tags(readMarkdown(asMarkdown(line)))]).toEqual([line, ['p']])
  })

  test('keep their paragraphs in one quotation', () => {
    const nodes = readMarkdown(asQuotation('One\r\ntwo\r\n\r\n\r\nThree\n \nFour'))
    expect(tags(nodes)).toEqual(['blockquote', 'p', 'br', 'p', 'p'])
  })
})
