import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MainAction, PageHeading } from './page-heading'

test('what is done from a page stands beside its heading; a page without it has the heading alone', () => {
  const action = <MainAction href="/admin/petitions/new">New petition</MainAction>
  const html = renderToStaticMarkup(<PageHeading actions={action}>Petitions</PageHeading>)
  expect(html).toContain(
    '<div class="head"><h1>Petitions</h1><div class="row"><a class="button main" href="/admin/petitions/new">New petition</a></div></div>',
  )
  expect(html).toContain('<title>Petitions · Admin</title>')
  for (const none of [undefined, false, null])
    expect(renderToStaticMarkup(<PageHeading actions={none}>Petitions</PageHeading>)).toContain('</title><h1>')
})
