import { gunzipSync } from 'node:zlib'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { cacheMarkup, fillMarkup } from './cached-markup'
import { zipFilled } from './zip-markup'

const long = 'Words that stand on everybody’s page. '.repeat(40)

function page({ open }: { open: boolean }, { name, note }: { name: string; note: string }) {
  return createElement(
    'div',
    { className: 'page', title: name },
    createElement('h1', null, name),
    open && createElement('p', null, long, createElement('input', { value: name, readOnly: true })),
    createElement('textarea', { defaultValue: note }),
  )
}

const nasty = [
  'Maria',
  '',
  `</h1><script>alert("1")</script>`,
  `"' onfocus='x' $& $1 {name} &amp; \u05d0 \u{1f600}`,
  'a'.repeat(70_000),
]

describe('markup that is rendered once', () => {
  it('is filled with what React would have written, whatever the facts', () => {
    const render = vi.fn(page)
    const markupOf = cacheMarkup(['name', 'note'], render)
    for (const open of [true, false]) {
      for (const name of nasty) {
        const facts = { name, note: `note of ${name}` }
        // React writes the entity of an apostrophe in another way.
        const whole = renderToStaticMarkup(page({ open }, facts)).replaceAll('&#x27;', '&#39;')
        expect(fillMarkup(markupOf({ open }), facts)).toBe(whole)
        const parts = [
          { markup: markupOf({ open }), facts },
          { markup: [long, 'name', ' '], facts },
        ]
        expect(gunzipSync(zipFilled(parts)).toString()).toBe(whole + fillMarkup([long, 'name', ' '], facts))
      }
    }
    expect(render).toHaveBeenCalledTimes(2)
  })

  it('is another for every other shape, however deep the difference', () => {
    const markupOf = cacheMarkup([], ({ text }: { text: { asks: string[] } }) => text.asks.join())
    expect(markupOf({ text: { asks: ['a', long] } })).toEqual([`a,${long}`])
    expect(markupOf({ text: { asks: ['b', long] } })).toEqual([`b,${long}`])
    expect(markupOf({ text: { asks: ['b', `${long}!`] } })).toEqual([`b,${long}!`])
  })

  it('is small: only facts are sent as they are', () => {
    const markupOf = cacheMarkup(['name', 'note'], page)
    expect(zipFilled([{ markup: markupOf({ open: true }), facts: { name: 'M', note: '' } }]).length).toBeLessThan(400)
  })
})
