import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { answerInFrame, fillFrame } from './answer-in-frame'

const frame =
  '<html><head><title>Frame</title></head><body><a href="/ko/x/none">한국어</a><main id="content"><p>Nothing</p></main><a href="/fr/x/none">fr</a></body></html>'
const page = {
  frame,
  framePath: '/x/none',
  path: '/x/some',
  title: 'A & B',
  main: '<h1>Here</h1>',
  referrer: 'strict-origin',
}

describe('a page in a frame', () => {
  it('has its own content, title and links', () => {
    expect(fillFrame(page)).toBe(
      '<html><head><title>A &amp; B</title></head><body><a href="/ko/x/some">한국어</a><main id="content"><h1>Here</h1></main><a href="/fr/x/some">fr</a></body></html>',
    )
  })

  it('leaves its content as it is, whatever that says', () => {
    const main = '<p>$&amp; $1 $` /x/none &lt;/main&gt; </p>'
    expect(fillFrame({ ...page, title: "$& $'", main })).toContain(`<main id="content">${main}</main>`)
    expect(fillFrame({ ...page, title: "$& $'", main })).toContain('<title>$&amp; $&#39;</title>')
  })

  it('is refused where the frame has no content', () => {
    expect(() => fillFrame({ ...page, frame: '<html></html>' })).toThrow('a frame without content')
  })

  it('is for one person: nothing on the way keeps it, and its address goes nowhere', async () => {
    const answer = await answerInFrame(
      new Request('http://localhost/', { headers: { 'accept-encoding': 'br, gzip' } }),
      page,
    )
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('referrer-policy')).toBe('strict-origin')
    expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe(fillFrame(page))
    const plain = await answerInFrame(new Request('http://localhost/'), page)
    expect(await plain.text()).toBe(fillFrame(page))
  })
})
