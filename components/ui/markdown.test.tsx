import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Markdown } from './markdown'

const html = (source: string) => renderToStaticMarkup(<Markdown source={source} />).replace(/^<div[^>]*>|<\/div>$/g, '')

describe('Markdown', () => {
  test('shows headings below the one they stand under, paragraphs, lists and emphasis', () => {
    expect(html('## Why\n\nOne **two** *three*.\n\n- a\n- b\n\n3. c')).toBe(
      '<h3>Why</h3><p>One <strong>two</strong> <em>three</em>.</p>' +
        '<ul><li><span>a</span></li><li><span>b</span></li></ul><ol start="3"><li><span>c</span></li></ol>',
    )
  })

  test('shows raw HTML as text', () => {
    const shown = html('<script>alert(1)</script>\n\nSee <img src=x onerror=alert(1)> and <b>this</b>')
    expect(shown).not.toMatch(/<(script|img|b)\b/)
    expect(shown).toContain('&lt;script&gt;')
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example.org',
    '/relative',
    '&#106;avascript:alert(1)',
    'java\tscript:alert(1)',
  ])('makes no link of %s', (address) => {
    expect(html(`[here](<${address}>) [there][1]\n\n[1]: <${address}>`)).not.toContain('<a')
  })

  test('links to web and mail addresses', () => {
    expect(html('[here](https://example.org/?a=1&b="2")')).toBe(
      '<p><a href="https://example.org/?a=1&amp;b=&quot;2&quot;" rel="noopener noreferrer">here</a></p>',
    )
    expect(html('<mailto:desk@example.org>')).toContain('href="mailto:desk@example.org"')
  })

  test('loads no picture', () => {
    expect(html('![a dove](https://elsewhere.example.org/dove.png)')).toBe('<p>a dove</p>')
  })
})
