import { describe, expect, test, vi } from 'vitest'
import en from './en.json'
import { slots } from './icu'
import { pseudo } from './pseudo'
import { direction, files, isLocale, servedLocale, translator, withFallback } from './translator'

type Tree = { [key: string]: string | Tree }

function flat(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )
}

const needs = (message = '') =>
  slots(message)
    .map((slot) => `${slot.name} ${slot.kind}`)
    .sort()

const source = flat(en)

describe.each(Object.entries({ ...files, 'ar-XB': pseudo(en) }))('%s', (_locale, messages) => {
  const target = new Map(flat(messages))

  // A key that is missing falls back to English: scripts/checks/check-words.mjs lists those, and fails `npm test`.
  test('has no key that English has not', () => {
    const known = new Set(source.map(([key]) => key))
    expect([...target.keys()].filter((key) => !known.has(key))).toEqual([])
  })

  test('has the placeholders and tags of English in every message', () => {
    for (const [key, message] of source) {
      if (target.has(key)) expect([key, needs(target.get(key))]).toEqual([key, needs(message)])
    }
  })

  test('has no empty message and no space at an end', () => {
    for (const [key, message] of target) expect([key, message]).toEqual([key, message.trim() || 'empty'])
  })
})

test.each(Object.keys(files).filter(isLocale))('%s formats every message with its placeholders filled', (locale) => {
  for (const [path, message] of source) {
    const [namespace = '', ...key] = path.split('.')
    const fill = Object.fromEntries(
      slots(message).map(({ name, kind }) => [name, kind === 'tag' ? (inner: string) => `[${inner}]` : 3]),
    )
    // Every path at once is more than the types of the translator can follow.
    const { markup } = translator(locale, namespace as 'site') as unknown as {
      markup(key: string, fill: object): string
    }
    expect(markup(key.join('.'), fill), path).not.toMatch(/[{}<>]/)
  }
})

test('a key that a language lacks is said in English', () => {
  const source = { form: { name: 'Name', email: 'Email' }, site: { short: 'Short' } }
  expect(withFallback({ form: { name: '이름' } }, source)).toEqual({
    form: { name: '이름', email: 'Email' },
    site: { short: 'Short' },
  })
})

test('a language that is not served is answered in English', () => {
  expect(['ko', 'xx', '', null, undefined].map(servedLocale)).toEqual(['ko', 'en', 'en', 'en', 'en'])
})

test('what a message needs', () => {
  expect(slots('{n, plural, one {# of {all}} other {<b>#</b> of {all}}} on {day}')).toEqual([
    { name: 'n', kind: 'number' },
    { name: 'all', kind: 'text' },
    { name: 'b', kind: 'tag' },
    { name: 'day', kind: 'text' },
  ])
})

test('the pseudo-language changes words and leaves placeholders, branches and tags', () => {
  expect(pseudo('{count, plural, one {# dot <b>{goal, number}</b>} other {# dots}}')).toBe(
    '{count, plural, one {# دوت <b>{goal, number}</b>} other {# دوتس}}',
  )
})

test('directions', () => {
  expect([direction('ar'), direction('ar-XB'), direction('ko'), direction('arn')]).toEqual(['rtl', 'rtl', 'ltr', 'ltr'])
})

test('the test language is served only when asked for', async () => {
  expect(isLocale('ar-XB')).toBe(false)
  vi.stubEnv('TEST_LOCALE', 'true')
  vi.resetModules()
  const again = await import('./translator')
  expect(again.isLocale('ar-XB')).toBe(true)
  expect(again.translator('ar-XB', 'petition')('state.closed')).toBe('كلوسعد')
  vi.unstubAllEnvs()
})
