import { createHash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { escapeHtml } from '@/lib/text/escape-html'

/** Markup with places for facts: at even positions markup, at odd ones the name of the fact that belongs there. */
export type Markup = readonly string[]

/** In characters, per page: some hundred shapes in each language. */
const MAX_SIZE = 16_000_000

// Stands for a fact while a page is rendered: what nobody can guess, in characters that React and URLs leave as they are.
const begin = `${randomBytes(16).toString('hex')}.`
const end = '.'
const place = new RegExp(`${begin}(\\w+)${end}`)

/**
 * Makes a function that gives a page's markup by its shape, and renders each shape once: for all people who see the
 * same page except for their own facts. `render` gets nothing of a person: what it shows is in the shape, by which the
 * markup is cached, or a place for one of the facts. It must show a fact as it is, or not at all.
 * @param facts the names of the facts
 */
export function cacheMarkup<Shape extends object, Fact extends string>(
  facts: readonly Fact[],
  render: (shape: Shape, facts: Record<Fact, string>) => ReactNode,
): (shape: Shape) => Markup {
  const places = Object.fromEntries(facts.map((name) => [name, begin + name + end])) as Record<Fact, string>
  const cached = new LRUCache<string, Markup>({
    maxSize: MAX_SIZE,
    sizeCalculation: (markup, key) => key.length + markup.reduce((sum, { length }) => sum + length, 1),
  })
  return (shape) => {
    const key = Object.entries(shape)
      .map(([name, value]) => `${name} ${digest(value)}`)
      .join('\n')
    const known = cached.get(key)
    if (known) return known
    const markup = renderToStaticMarkup(render(shape, places)).split(place)
    cached.set(key, markup)
    return markup
  }
}

/** The whole page as HTML, each fact escaped. A fact without a value is empty. */
export function fillMarkup(markup: Markup, facts: Record<string, string>): string {
  return markup.map((part, i) => (i % 2 === 0 ? part : escapeHtml(facts[part] ?? ''))).join('')
}

const digests = new WeakMap<object, string>()

/**
 * A text that is equal for equal values. For an object that many pages share, such as a petition's text, it is made
 * once.
 */
function digest(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const known = digests.get(value)
  if (known) return known
  const text = JSON.stringify(value)
  if (text.length < 500) return text
  const made = createHash('sha256').update(text).digest('base64url')
  digests.set(value, made)
  return made
}
