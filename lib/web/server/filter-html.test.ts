import fc from 'fast-check'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { filterHtml } from './filter-html'

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>t</title>${head}</head><body>${body}</body></html>`

describe('filterHtml', () => {
  it.each([
    ['a framework script', '<script src="/_next/static/chunks/a.js" async=""></script>'],
    ['an inline script', '<script>self.__next_f.push([1,"<p>"])</script>'],
    ['a module', '<script type="module" src="https://evil.example/a.js"></script>'],
    ['a script of another site', '<script src="//evil.example/site.js"></script>'],
    ['a script with another type of JavaScript', '<script type="text/ecmascript">x()</script>'],
    ['an import map', '<script type="importmap">{"imports":{}}</script>'],
    ['speculation rules', '<script type="speculationrules">{"prefetch":[]}</script>'],
    ['a script preload', '<link rel="preload" as="script" href="/_next/a.js">'],
    ['a module preload', '<link rel="modulepreload" href="/_next/a.js">'],
    ['a boundary of the framework', '<!--$--><!--/$-->'],
    ['a script in a template', '<template><script>x()</script></template>'],
    ['a script without scripts', '<noscript><script>x()</script></noscript>'],
    ['a script in a picture', '<svg><script>x()</script></svg>'],
  ])('drops %s', (_, html) => {
    const filtered = filterHtml(page('', `<p>before</p>${html}<p>after</p>`))
    expect(filtered).not.toMatch(/<script|preload|<!--/)
    expect(filtered).toContain('<p>before</p>')
    expect(filtered).toContain('<p>after</p>')
  })

  it('keeps everything else unchanged', () => {
    const html = page(
      '<meta charset="utf-8"><link rel="stylesheet" href="/_next/a.css" data-precedence="next">' +
        '<link rel="preload" as="style" href="/_next/a.css"><script type="application/ld+json">{"a":"b"}</script>',
      '<form method="post" action="/api/v1/x"><input name="name" value="김 &amp; &quot;x&quot;"><textarea>\n\nA</textarea>' +
        '</form><noscript><p>Works without scripts</p></noscript><svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>' +
        '<script src="/site.js" async=""></script>',
    )
    expect(filterHtml(html)).toBe(html)
  })

  it('keeps what stands between the data blocks of Next.js', () => {
    const data = (text: string) => `<script>self.__next_f.push([1,"${text}"])</script>`
    const filtered = filterHtml(page('', `${data('a')}<p>one</p>${data('\\u003cb')}<p>two</p>${data('<')}<p>three</p>`))
    expect(filtered).toContain('<body><p>one</p><p>two</p><p>three</p></body>')
  })

  it('drops event handlers', () => {
    expect(filterHtml(page('', '<button onclick="x()" id="a">b</button>'))).toContain('<button id="a">b</button>')
  })

  it.each([
    '<noscript><style></noscript><script>x()</script>',
    '<noscript><a title="</noscript><script>x()</script>">',
  ])('sees %s as browsers with scripts do', (html) => {
    expect(scriptsIn(parse(filterHtml(page('', html)), { scriptingEnabled: true }))).toBe(0)
  })

  it('leaves no executable script whatever surrounds it', () => {
    const tags = [
      'p',
      'div',
      'noscript',
      'template',
      'svg',
      'math',
      'table',
      'tr',
      'select',
      'title',
      'style',
      'b',
      'a',
      'form',
    ]
    const pieces = fc.constantFrom(
      ...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`]),
      '<script>x()</script>',
      '<script src="/_next/a.js">',
      '</script>',
      '<!--',
      '-->',
      '<![CDATA[',
      'text',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 15 }), (parts) => {
        const filtered = filterHtml(page('', parts.join('')))
        // Parsed as by a browser with scripts enabled.
        expect(scriptsIn(parse(filtered, { scriptingEnabled: true }))).toBe(0)
      }),
      { numRuns: 2000 },
    )
  })
})

function scriptsIn(node: object): number {
  const children = 'childNodes' in node ? (node.childNodes as object[]) : []
  const inside = 'content' in node ? [...children, node.content as object] : children
  const own = 'tagName' in node && node.tagName === 'script' ? 1 : 0
  return own + inside.reduce((sum, child) => sum + scriptsIn(child), 0)
}
