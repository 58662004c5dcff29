import { describe, expect, test, vi } from 'vitest'
import en from './en.json'
import { slots } from './icu'
import { pseudo } from './pseudo'
import { direction, files, isLocale, translator } from './translator'

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

  test('has exactly the keys of English', () => {
    expect([...target.keys()].sort()).toEqual(source.map(([key]) => key).sort())
  })

  test('has the placeholders and tags of English in every message', () => {
    for (const [key, message] of source) expect([key, needs(target.get(key))]).toEqual([key, needs(message)])
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
