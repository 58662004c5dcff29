import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { publicTexts } from '@/test/public-texts'
import { files } from './translator'

const nonEmpty = z.string().trim().min(1)

/** One meaning: the word or words for it, and those that are not to be used, each a piece of text or a /pattern/. */
const entry = z.strictObject({
  term: nonEmpty,
  use: z.array(nonEmpty).min(1),
  not: z.array(nonEmpty),
  note: nonEmpty.optional(),
  /** Keys where a word is right that is not to be used otherwise. */
  except: z.array(nonEmpty).optional(),
})
const glossary = z.array(entry).min(1)

const folder = new URL('./glossary/', import.meta.url)
const locales = readdirSync(folder).map((name) => name.replace(/\.json$/, ''))

test('each glossary is of a language that is served', () => {
  expect(Object.keys(files)).toEqual(expect.arrayContaining(locales))
})

describe.each(locales)('the glossary of %s', (locale) => {
  const entries = glossary.parse(JSON.parse(readFileSync(new URL(`${locale}.json`, folder), 'utf8')))
  const texts = publicTexts(locale)

  test('has each term once', () => {
    const terms = entries.map(({ term }) => term)
    expect(terms).toEqual([...new Set(terms)])
  })

  test('its words are used', () => {
    const all = texts.map(([, text]) => text).join('\n')
    const unused = entries.flatMap(({ use }) => use.filter((word) => !has(all, word)))
    expect(unused).toEqual([])
  })

  test('no text has a word that is not to be used', () => {
    const found = entries.flatMap(({ term, not, except = [] }) =>
      not.flatMap((word) =>
        texts
          .filter(([key, text]) => has(text, word) && !except.includes(key))
          .map(([key, text]) => `${key}: “${word}” for “${term}” in: ${text}`),
      ),
    )
    expect(found).toEqual([])
  })

  test('no exception outlives its text', () => {
    const idle = entries.flatMap(({ term, not, except = [] }) =>
      except
        .filter((name) => !texts.some(([key, text]) => key === name && not.some((word) => has(text, word))))
        .map((name) => `${term}: ${name}`),
    )
    expect(idle).toEqual([])
  })
})

/** Whether a text has a word; letters match in either case, and `/…/` is a regular expression. */
function has(text: string, word: string): boolean {
  const [, source] = /^\/(.+)\/$/.exec(word) ?? []
  return source ? new RegExp(source, 'iu').test(text) : text.toLowerCase().includes(word.toLowerCase())
}
