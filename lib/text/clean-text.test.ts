import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { showsLetters, trimInvisible, trimLines, turnsDirection } from './clean-text'

const marks = Array.from(
  '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\ufeff\u00ad\u2060\u061c\u180e' +
    '\u2063\u206a\u3164\uffa0\u2800\u00a0\u3000 \t\n\r\u2028\u2029',
)

describe('trimInvisible', () => {
  it('removes every invisible mark around a value, in any number and order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...marks)), fc.array(fc.constantFrom(...marks)), (before, after) => {
        expect(trimInvisible(`${before.join('')}김 \u200b지수${after.join('')}`)).toBe('김 \u200b지수')
      }),
    )
    expect(trimInvisible(marks.join(''))).toBe('')
  })

  it('keeps joiners and combining marks, with which words begin and end', () => {
    for (const text of [
      'ත්\u200d',
      'ه\u200d',
      '\u200cعلی',
      'ක්\u200dරි',
      'e\u0301',
      '\u1100\u1160',
      '❤\ufe0f',
      '🏴\u{e0067}\u{e007f}',
    ])
      expect(trimInvisible(text)).toBe(text)
  })

  it('is fast for a megabyte of inner blanks', () => {
    const began = performance.now()
    const text = `a${' '.repeat(500_000)}${'\u200b'.repeat(500_000)}b`
    expect(trimInvisible(text)).toBe(text)
    expect(trimLines(text)).toBe(text)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

it('trims marks at line ends, and keeps indentation', () => {
  expect(trimLines('\ufeff\u202aone\u202c\r\n  \u202btwo  \u202c\r\u2067 three\u2069\n')).toBe(
    'one\n  \u202btwo  \n three',
  )
})

it('only embeddings, overrides and isolates change direction', () => {
  for (const mark of '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069')
    expect(turnsDirection(`a${mark}b`)).toBe(true)
  for (const mark of '\u200e\u200f\u061c\u200c\u200d\u200b') expect(turnsDirection(`ا${mark}b`)).toBe(false)
})

it('invisible code points are no letters', () => {
  for (const text of [
    '\u115f\u1160',
    '\u3164',
    '\uffa0',
    '\u2800',
    '\u0301\u0302',
    '\u200d\u200c',
    '\ufe0f',
    '\u{e0041}',
  ])
    expect(showsLetters(`${text} .-`)).toBe(false)
  expect(showsLetters('\u{13441}\u{13442}')).toBe(false)
  for (const text of ['ㄱ', '\u1100\u1160', '李', 'ก', '3', 'नेहा']) expect(showsLetters(text)).toBe(true)
})
