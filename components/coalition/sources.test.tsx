import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Sources } from './sources'

const markup = (name: string, url: string | null) =>
  renderToStaticMarkup(
    <Sources sources={[{ key: 'one', name, publisher: 'A body', url, published: null }]} locale="en" />,
  )

test('a source that has an address is a link that tells the other site nothing of where the reader came from', () => {
  expect(markup('SC/15387', 'https://press.un.org/en/2023/sc15387.doc.htm')).toContain(
    '<a href="https://press.un.org/en/2023/sc15387.doc.htm" rel="noopener noreferrer"><bdi>',
  )
  expect(markup('SC/15726', null)).not.toContain('<a')
})

test('the link names the language of the page behind it where the title gives it away', () => {
  expect(markup('대표 소개', 'https://nkwatch.org/')).toContain('hrefLang="ko"')
  expect(markup('法律家の会', 'https://example.org/')).toContain('hrefLang="ja"')
  expect(markup('大赦国际', 'https://example.org/')).not.toContain('hrefLang')
})
