import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { asRead, slots } from '../icu'
import en from './en.json'
import glossary from './glossary/terms.json'
import ja from './ja.json'
import ko from './ko.json'
import { type AdminKey, adminTranslator, isAdminKey, isAdminLanguage } from './translator'

type Words = Record<string, Record<string, string>>

const flat = (words: Words): [string, string][] =>
  Object.entries(words).flatMap(([area, all]) =>
    Object.entries(all).map(([name, text]): [string, string] => [`${area}.${name}`, text]),
  )

const needs = (message = '') =>
  slots(message)
    .map((slot) => `${slot.name} ${slot.kind}`)
    .sort()

/** The text without its placeholders and tags. */
const plain = (message: string) => asRead(message, { filled: '', branch: ' ' })

const source = flat(en)

describe.each(Object.entries({ en, ko, ja }))('%s', (language, words) => {
  const target = new Map(flat(words))

  test('has the keys of English, and their placeholders and tags', () => {
    expect([...target.keys()].filter((key) => !isAdminKey(key))).toEqual([])
    for (const [key, message] of source) expect([key, needs(target.get(key))]).toEqual([key, needs(message)])
  })

  test('has no empty message, no space at an end and no two spaces', () => {
    const spaced = [...target].filter(([, text]) => text === '' || text !== text.trim() || text.includes('  '))
    expect(spaced).toEqual([])
  })

  test('says every message with its placeholders filled', () => {
    if (!isAdminLanguage(language)) throw new Error(language)
    for (const [key, message] of source) {
      const fill = slots(message).map(({ name, kind }) => [name, kind === 'tag' ? (inner: unknown) => inner : 3])
      const said = adminTranslator(language).rich(key as AdminKey, Object.fromEntries(fill))
      const unfilled = [said].flat().filter((part) => typeof part === 'string' && /<\w|\w>|\{\w+[,}]/.test(part))
      expect([key, key.startsWith('textField.') || unfilled.length === 0]).toEqual([key, true])
    }
  })
})

// Marks of Japanese: none of the half-width ones, and no space between its letters and others.
test('Japanese is set in its own marks', () => {
  const letters = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]'
  const wrong = new RegExp(`${letters} ?[,.:!?()](?![\\w/])|[,.:!?()] ?${letters}|${letters} \\d`, 'u')
  const read = flat(ja).map(([key, text]) => [key, asRead(text, { filled: '\uFFFC', branch: '' })])
  expect(read.filter(([, text = '']) => wrong.test(text.replaceAll(/https:\/\/|npm run .*|sha256sum/g, '')))).toEqual(
    [],
  )
})

// As in the public words: a sentence that needs no choice between 을 and 를 is written instead.
test('Korean has one form of a particle, and no mark of another language', () => {
  const wrong = /\((?:으|이|가|를|을|은|는|과|와)\)|;|[，。、；：？！（）「」『』]|[습할]까요\?/u
  expect(flat(ko).filter(([, text]) => wrong.test(plain(text)))).toEqual([])
})

// One act, one word: a person declines, and a computer or an office refuses; what a row is in is its status.
test.each([
  [
    'refus',
    [
      'answer.refused',
      'updates.refused',
      'webhookFailure.refused',
      'confirm.thePresentSecretSigns',
      'confirm.theNewSecretIs',
    ],
  ],
  ['\\bstates?\\b', ['coalition.theOfficialPageThat', 'coalition.whenThatPageWas']],
  ['\\bstages?\\b', []],
  ['\\bcause', []],
  ['shut out|throw away', []],
])('no English word has %s', (pattern, except) => {
  const found = source.filter(([key, text]) => new RegExp(pattern, 'i').test(plain(text)) && !except.includes(key))
  expect(found).toEqual([])
})

/** One meaning and the words for it. `en`: every message that says it in English says it so. */
const terms = z
  .array(
    z.strictObject({
      term: z.string(),
      en: z.string().optional(),
      ko: z.array(z.string()).min(1),
      ja: z.array(z.string()).min(1),
      notKo: z.array(z.string()).default([]),
      notJa: z.array(z.string()).default([]),
      /** Keys where the English word means something else. */
      except: z.array(z.string()).default([]),
    }),
  )
  .parse(glossary)

describe.each(terms)('$term', ({ en: pattern, ko: inKorean, ja: inJapanese, notKo, notJa, except }) => {
  test.each([
    ['ko', ko, inKorean, notKo],
    ['ja', ja, inJapanese, notJa],
  ] as const)('%s', (_, words, use, not) => {
    const texts = flat(words).map(([key, text]): [string, string] => [key, plain(text)])
    const all = texts.map(([, text]) => text).join('\n')
    expect(use.filter((word) => !all.includes(word))).toEqual([])
    const rejected = not.map((word) => new RegExp(word.replaceAll(/^\/|\/$/g, ''), 'u'))
    expect(texts.filter(([key, text]) => !except.includes(key) && rejected.some((one) => one.test(text)))).toEqual([])
    if (!pattern) return
    const meant = new Set(source.filter(([, text]) => new RegExp(pattern, 'i').test(plain(text))).map(([key]) => key))
    const lacks = texts.filter(
      ([key, text]) => meant.has(key) && !except.includes(key) && !use.some((one) => text.includes(one)),
    )
    expect(lacks).toEqual([])
  })
})
