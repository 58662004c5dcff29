import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { SourceView } from '@/lib/coalition/source-view'
import type { Locale } from '@/messages/translator'
import { Sources } from './sources'

const bare: SourceView = {
  key: 'one',
  name: 'A title',
  publisher: 'A body',
  author: null,
  url: null,
  symbol: null,
  language: null,
  published: null,
  readSha256: null,
}

const markup = (source: Partial<SourceView>, locale: Locale = 'en') =>
  renderToStaticMarkup(<Sources sources={[{ ...bare, ...source }]} locale={locale} />)

test('a source with a URL is a link that sends no referrer', () => {
  expect(markup({ name: 'SC/15387', url: 'https://press.un.org/en/2023/sc15387.doc.htm' })).toContain(
    '<a href="https://press.un.org/en/2023/sc15387.doc.htm" rel="noopener noreferrer"><bdi>',
  )
  expect(markup({ name: 'SC/15726' })).not.toContain('<a')
})

test('the link names the language of the page behind it where it is known, or the title gives it away', () => {
  expect(markup({ name: '대표 소개', url: 'https://nkwatch.org/' })).toContain('hrefLang="ko"')
  expect(markup({ name: '法律家の会', url: 'https://example.org/' })).toContain('hrefLang="ja"')
  expect(markup({ name: '大赦国际', url: 'https://example.org/' })).not.toContain('hrefLang')
  expect(markup({ name: '大赦国际', url: 'https://example.org/', language: 'zh' })).toContain('hrefLang="zh"')
})

test('a title is marked with its own language where that is not the language of the page', () => {
  const title = { name: 'Resolution 25/25', language: 'en' }
  expect(markup(title, 'ar')).toContain('<bdi lang="en" dir="ltr">Resolution 25/25</bdi>')
  expect(markup(title)).toContain('“<bdi>Resolution 25/25</bdi>”')
  expect(markup({ name: '대표 소개' }, 'fr')).toContain('<bdi lang="ko" dir="ltr">대표 소개</bdi>')
})

test('a document of the United Nations can be opened by its symbol', () => {
  expect(markup({ symbol: 'A/HRC/25/63' })).toContain(
    '<a href="https://undocs.org/A/HRC/25/63" rel="noopener noreferrer"><bdi>A/HRC/25/63</bdi></a>',
  )
  expect(markup({ symbol: 'S/RES/1718 (2006)' })).toContain('href="https://undocs.org/S/RES/1718%20(2006)"')
})

test('author, a language that the reader would not expect, and the hash of what was read', () => {
  const full = { author: 'Ann Lee', language: 'ko', readSha256: 'ab'.repeat(32) }
  expect(markup(full)).toContain('author: Ann Lee')
  expect(markup(full)).toContain('language: Korean')
  expect(markup(full, 'ko')).not.toContain('언어')
  expect(markup(full)).toContain(`<code class="break-all">${'ab'.repeat(32)}</code>`)
})
