import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Crumbs, placeCrumb } from './crumbs'
import { entered } from './entered'
import { PageHeading } from './page-heading'
import { t } from './words'

test('the trail begins at a place of the navigation and ends with the page itself, which is no link', () => {
  const html = renderToStaticMarkup(
    <Crumbs
      trail={[placeCrumb('/admin/petitions'), { href: '/admin/petitions/1', words: 'x'.repeat(80) }]}
      here={{ words: 'Texts' }}
    />,
  )
  expect(html).toContain('<nav class="crumbs" aria-label="Breadcrumb">')
  expect(html).toContain('<a href="/admin/petitions">Petitions</a>')
  expect(html).toContain(`>${'x'.repeat(59)}…</a>`)
  expect(html).toContain('<span aria-current="page">Texts</span>')
})

test('a list that a page was opened out of is gone back to as it was; lists beside a place have names too', () => {
  expect(placeCrumb('/admin/signatures', '/admin/signatures?state=held')).toEqual({
    href: '/admin/signatures?state=held',
    words: 'All signatures',
  })
  expect(placeCrumb('/admin/review/appeals').words).toBe('Appeals')
  expect(placeCrumb('/admin/comments/decided').words).toBe('Comments')
  expect(placeCrumb('/admin/coalition/members/proposals').words).toBe('Members’ proposals')
})

test('a heading names the page at the end of its trail; a page of the navigation has none', () => {
  expect(renderToStaticMarkup(<PageHeading below={[placeCrumb('/admin/bulk')]}>Hold 3</PageHeading>)).toContain(
    '<span aria-current="page">Hold 3</span>',
  )
  expect(renderToStaticMarkup(<PageHeading>Home</PageHeading>)).not.toContain('nav')
})

test('what somebody entered stands apart in the heading and in the trail, and is in the title without marks', () => {
  const below = [{ href: '/admin/petitions/1', words: 'العنوان', entered: true }]
  const html = renderToStaticMarkup(
    <PageHeading below={below}>{t.rich('paper.sheet2', { reference: entered('جنيف') })}</PageHeading>,
  )
  expect(html).toContain('<title>Sheet: جنيف · Admin</title>')
  expect(html).toContain('<a href="/admin/petitions/1"><bdi>العنوان</bdi></a>')
  expect(html).toContain('<span aria-current="page"><bdi>Sheet: جنيف</bdi></span>')
  expect(html).toContain('<h1>Sheet: <bdi>جنيف</bdi></h1>')
})
