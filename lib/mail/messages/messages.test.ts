import { describe, expect, test } from 'vitest'
import { files, isLocale } from '@/messages/translator'
import { alreadySigned } from './already-signed'
import { confirmSignature } from './confirm-signature'
import { neutralMailing } from './mailing'
import { privateLink } from './private-link'
import { salutation } from './salutation'

const link = 'https://petition.example.org/en/signature/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE'
const base = {
  reminder: 'comes' as const,
  to: 'signer@example.org',
  name: 'Kim Min-jun',
  petition: 'The Council must act',
  petitionLocale: 'en',
  postedAt: new Date('2026-11-21T23:30:00Z'),
  expiresAt: new Date('2026-11-28T23:30:00Z'),
  link,
  neutral: false,
}

const reminder = (mail: Parameters<typeof confirmSignature>[0]) => confirmSignature({ ...mail, reminder: 'this' })

describe.each([
  ['confirm', 'en', confirmSignature],
  ['confirm', 'ko', confirmSignature],
  ['reminder', 'en', reminder],
  ['reminder', 'ko', reminder],
  ['already signed', 'en', alreadySigned],
  ['already signed', 'ko', alreadySigned],
] as const)('%s in %s', (_, locale, compose) => {
  test('both parts name the signer, the petition and the link, and what to do if it was somebody else', async () => {
    const { html, text } = await compose({ ...base, locale })
    for (const part of [html, text]) {
      expect(part).toContain(base.name)
      expect(part).toContain(base.petition)
      expect(part).toContain(link)
      expect(part).toMatch(locale === 'en' ? /If this was not you/ : /본인이 하신 일이 아니라면/)
      expect(part).toMatch(locale === 'en' ? /21 November 2026/ : /2026년 11월 21일/)
    }
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${locale}"`))
    expect(text).not.toMatch(/<\/?[a-z]|undefined|mail\./)
  })

  test('has the link as a button and in full, and loads nothing', async () => {
    const { html, text } = await compose({ ...base, locale })
    expect(html.split(`href="${link}"`)).toHaveLength(3)
    expect(text.split(link)).toHaveLength(2)
    expect(html).not.toMatch(/<img|<script|<link|url\(|@import/)
  })

  test('names the petition in its subject, so that it is recognised, and nothing in its preview', async () => {
    const { subject, html, neutral } = await compose({ ...base, locale })
    expect(subject).toContain(base.petition)
    expect(neutral).toBe(false)
    const preview = /data-skip-in-text="true"[^>]*>([^<]+)/.exec(html)?.[1] ?? ''
    expect(preview.trim()).not.toBe('')
    expect(preview).not.toMatch(/Kim|Council|petition|Korea|청원|북한/i)
  })

  test('asks for no automatic reply, and escapes what was typed', async () => {
    const { headers, html } = await compose({ ...base, locale, name: '<b>Kim</b> & "Co"' })
    expect(headers).toMatchObject({ 'Auto-Submitted': 'auto-generated', 'Content-Language': locale })
    expect(html).not.toContain('<b>')
  })
})

/** Words that would reveal the matter to a bystander, in any of the languages. */
const telling =
  /Council|petition(?!\.example)|pétition|petici|petiç|петиц|Korea|Corée|Corea|Coreia|Коре|청원|북한|請願|请愿|北朝鮮|北韩|كوريا|عريضة|\bsign(?!ature\/)|signature(?!\/)|署名|서명|签名|подпис|توقيع|\bfirma|\bassin|Triều Tiên|kiến nghị|ký tên|chữ ký|Liên minh|Hội đồng|petisi|tanda ?tangan|koalisi|Dewan/i

describe.each(Object.keys(files).filter(isLocale))('neutral mails in %s', (locale) => {
  const mail = { ...base, locale, neutral: true }
  test.each([
    ['confirm', () => confirmSignature(mail)],
    ['reminder', () => reminder(mail)],
    ['already signed', () => alreadySigned(mail)],
    ['private link', () => privateLink(mail)],
    ['update', () => neutralMailing({ locale, page: link, link })],
  ])('%s: no part reveals the matter', async (_, compose) => {
    const { subject, html, text, neutral } = await compose()
    expect(neutral).toBe(true)
    expect([subject, html, text].map((part) => telling.exec(part)?.[0])).toEqual([undefined, undefined, undefined])
    for (const part of [html, text]) expect(part).toContain(link)
  })
})

test('a Vietnamese title is set in faces that have all its letters, whatever the language of the mail', async () => {
  const { html } = await confirmSignature({ ...base, locale: 'en', petitionLocale: 'vi' })
  expect(/<h1[^>]*lang="vi"[^>]*>/.exec(html)?.[0]).toMatch(/Times New Roman/)
  expect(/<h1[^>]*>/.exec((await confirmSignature({ ...base, locale: 'vi' })).html)?.[0]).not.toMatch(/Times New Roman/)
})

test('mails of the same day differ only in name, address and link', async () => {
  const [one, two] = await Promise.all([
    confirmSignature({ ...base, locale: 'en', name: 'One $& <1>', link: `${link}1` }),
    confirmSignature({ ...base, locale: 'en', name: 'Two', to: 'two@example.org', link: `${link}2` }),
  ])
  expect(one.text).toContain('Dear One $& <1>,')
  expect(one.html).toContain('Dear One $&amp; &lt;1&gt;,')
  expect([one.to, two.to]).toEqual(['signer@example.org', 'two@example.org'])
  expect(one.text.replace('One $& <1>', 'Two').replace(`${link}1`, `${link}2`)).toBe(two.text)
  const later = await confirmSignature({ ...base, locale: 'en', expiresAt: new Date('2026-12-01T00:00:00Z') })
  expect(later.text).toContain('until 1 December 2026')
  expect([one, two, later].map(({ html, text }) => html + text).join('')).not.toMatch(/[\ue000\ue001]/)
})

test('a reminder is announced only where one will come', async () => {
  const text = async (mail: 'this' | 'comes' | null) =>
    (await confirmSignature({ ...base, locale: 'en', reminder: mail })).text
  expect(await text('comes')).toContain('we remind you once')
  expect(await text('this')).toContain('the only reminder')
  expect(await text(null)).not.toMatch(/remind/i)
})

test('a name is isolated in its own writing direction', async () => {
  const { text } = await confirmSignature({ ...base, locale: 'en', name: 'مريم حداد' })
  expect(text).toContain('Dear \u2068مريم حداد\u2069,')
})

test.each([
  ['Kim Min-jun', 'Kim Min-jun'],
  ['  Ana\u0000\r\nBcc: x@example.org ', null],
  ['Ana\r\nMaria', 'Ana Maria'],
  ['J. R. Smith', 'J. R. Smith'],
  ['김민준', '김민준'],
  ['O’Neill-Şahin', 'O’Neill-Şahin'],
  ['Win at example.com', null],
  ['Visit https://example.org', null],
  ['www.example', null],
  ['a@b', null],
  ['x'.repeat(61), null],
  ['\u202e', null],
  ['\u3164', null],
  ['A\u202egnp', 'Agnp'],
  ['علی\u200cرضا', 'علی\u200cرضا'],
  ['ශ්\u200dරී', 'ශ්\u200dරී'],
  ['Win at exa\u200dmple\u200d.\u200dcom', null],
])('the salutation of %j is %j', (typed, greeted) => {
  expect(salutation(typed)).toBe(greeted)
})
