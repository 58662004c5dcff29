import { expect, test } from 'vitest'
import { MAX_IMPORT, readImport } from './read-import'

const text = `\ufeff== English ==
Subject: News of the Council

The Council has answered.

Read it at https://example.org/a.
==한국어==

  소식

유엔이 답했다.
== ja
お知らせ
回答がありました。
`

test('reads each language by its name in English, in itself or by its code, with subject and text', () => {
  expect(readImport(text)).toEqual({
    ok: true,
    texts: [
      {
        locale: 'en',
        subject: 'News of the Council',
        body: 'The Council has answered.\n\nRead it at https://example.org/a.',
      },
      { locale: 'ko', subject: '소식', body: '유엔이 답했다.' },
      { locale: 'ja', subject: 'お知らせ', body: '回答がありました。' },
    ],
  })
  expect(readImport('== Arabisch ==\na\nb')).toMatchObject({ ok: false })
  expect(readImport('== アラビア語 ==\r\na\r\nb')).toMatchObject({ ok: true, texts: [{ locale: 'ar' }] })
  // An underlined heading of Markdown is no language.
  expect(readImport('== en ==\nA\nTitle\n=====\nText')).toMatchObject({ texts: [{ body: 'Title\n=====\nText' }] })
})

test('says what is wrong, and at which heading', () => {
  expect(readImport(' \n')).toEqual({ ok: false, problem: 'import_none', at: '' })
  expect(readImport('News\n== English ==\na\nb')).toEqual({ ok: false, problem: 'import_none', at: '' })
  const wrong = (typed: string) => readImport(`== English ==\na\nb\n${typed}`)
  expect(wrong('== Koreann ==\na\nb')).toEqual({ ok: false, problem: 'import_language', at: '== Koreann ==' })
  expect(wrong('== en ==\na\nb')).toEqual({ ok: false, problem: 'import_twice', at: '== en ==' })
  expect(wrong('== Korean ==\nonly a subject\n\n')).toMatchObject({ problem: 'import_unfinished' })
  expect(wrong(`== Korean ==\n${'a'.repeat(151)}\nb`)).toMatchObject({ problem: 'too_long' })
  expect(readImport('a'.repeat(MAX_IMPORT + 1))).toMatchObject({ problem: 'too_long' })
})
