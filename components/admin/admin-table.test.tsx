import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AdminTable } from './admin-table'

const html = renderToStaticMarkup(
  <AdminTable
    id="list"
    heads={[
      { text: 'Name', sort: { href: '/list?sort=-name', now: 'ascending' } },
      { number: 'Count', sort: { href: '/list?sort=count', now: null } },
      'Left',
    ]}
  >
    <tr>
      <td>Echo</td>
      <td className="number">3</td>
      <td />
    </tr>
  </AdminTable>,
)

test('a head that orders the list is a link, and says how the list stands by it', () => {
  expect(html).toMatch(
    /<th scope="col" aria-sort="ascending"[^>]*><a href="\/list\?sort=-name">Name<span aria-hidden="true"> ↑<\/span><\/a>/,
  )
  expect(html).toMatch(/<th scope="col" class="number" role="columnheader"><a href="\/list\?sort=count">Count<\/a>/)
  expect(html).toMatch(/<th scope="col" role="columnheader">Left<\/th>/)
  expect(html).toContain('data-label="Count">3</td>')
})

test('who skips to a list is at its rows, behind the heads', () => {
  expect(html).toMatch(/<tbody id="list" tabindex="-1"[^>]*><tr/)
})
