import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { answerInFrame } from './answer-in-frame'

const frame =
  '<html><head><title>Frame</title></head><body><a href="/ko/x/none">한국어</a><main id="content"><p>Nothing</p></main><a href="/fr/x/none">fr</a></body></html>'
const secret = { framePath: '/x/none', path: '/x/some', title: 'A & B', referrer: 'strict-origin' }
const page = { frame, main: { markup: ['<h1>', 'name', '</h1>'], facts: { name: 'Here' } }, secret }

const plain = (of: Parameters<typeof answerInFrame>[1]) =>
  answerInFrame(new Request('http://localhost/'), of).body.toString()

describe('a page in a frame', () => {
  it('has its own content, title and links', () => {
    expect(plain(page)).toBe(
      '<html><head><title>A &amp; B</title></head><body><a href="/ko/x/some">한국어</a><main id="content"><h1>Here</h1></main><a href="/fr/x/some">fr</a></body></html>',
    )
  })

  it('leaves its content as it is, whatever that says', () => {
    const main = '<p>$&amp; $1 $` /x/none &lt;/main&gt; </p>'
    const hostile = { frame, main: { markup: [main], facts: {} }, secret: { ...secret, title: "$& $'" } }
    expect(plain(hostile)).toContain(`<main id="content">${main}</main>`)
    expect(plain(hostile)).toContain('<title>$&amp; $&#39;</title>')
  })

  it('keeps the title and the links of the frame unless its address is a secret', () => {
    expect(plain({ frame, main: page.main })).toBe(frame.replace('<p>Nothing</p>', '<h1>Here</h1>'))
  })

  it('is refused where the frame has no content', () => {
    expect(() => plain({ ...page, frame: '<html></html>' })).toThrow('a frame without content')
  })

  it('is for one person: nothing on the way keeps it, and its address goes nowhere', () => {
    const asked = new Request('http://localhost/', { headers: { 'accept-encoding': 'br, gzip' } })
    const answer = answerInFrame(asked, page)
    expect(answer.headers['cache-control']).toBe('private, no-store')
    expect(answer.headers['referrer-policy']).toBe('strict-origin')
    expect(answer.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(answer.body).toString()).toBe(plain(page))
  })
})
