import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AuditPages } from './audit-pages'

const links = (path: string, older: boolean, next: bigint | null) =>
  renderToStaticMarkup(<AuditPages path={path} older={older} next={next} />).match(/href="[^"]*"/g)

test('leads to older entries with the filter that is there, and back to the newest', () => {
  expect(links('/admin/petitions/x/history', false, 41n)).toEqual(['href="/admin/petitions/x/history?before=41"'])
  expect(links('/admin/audit?area=staff', true, 41n)).toEqual([
    'href="/admin/audit?area=staff"',
    'href="/admin/audit?area=staff&amp;before=41"',
  ])
  expect(links('/admin/audit?area=staff', false, null)).toBeNull()
})
