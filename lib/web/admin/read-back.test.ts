import { expect, test } from 'vitest'
import { readBack, withBack } from './read-back'

test('a list of the admin area with its filter can be gone back to', () => {
  const href = '/admin/signatures?via=school-1&sort=oldest&after=1764489600000.AAAA_-'
  expect(readBack(href)).toEqual({
    list: '/admin/signatures',
    href,
    query: { via: 'school-1', sort: 'oldest', after: '1764489600000.AAAA_-' },
  })
  expect(readBack('/admin/review/held')?.list).toBe('/admin/review/held')
})

test.each([
  undefined,
  ['/admin/signatures', '/admin/signatures'],
  '',
  '/admin',
  '/admin/sign-in',
  '/admin/signatures/activity/../../sign-in',
  '/en/petitions',
  '//evil.example/admin/signatures',
  'https://evil.example/admin/signatures',
  'javascript:alert(1)',
  '/admin/signatures#x',
  '/admin/signatures?x=<script>',
  '/admin/signatures?x=a b',
  '/admin/signatures\n?x=1',
  '/admin\\signatures',
  `/admin/signatures?via=${'x'.repeat(300)}`,
])('nothing else: %j', (typed) => {
  expect(readBack(typed)).toBeNull()
  expect(withBack('/admin/signatures/key', typed as string)).toBe('/admin/signatures/key')
})

test('the list is read from the address as it was written into it', () => {
  const back = '/admin/signatures?zone=Asia%2FSeoul&from=2026-11-28T10%3A00&sort=oldest'
  const address = withBack('/admin/signatures/key?done=held#list', back)
  expect(address).toMatch(/^\/admin\/signatures\/key\?done=held&back=[^&#]*#list$/)
  expect(new URL(address, 'http://admin.invalid').searchParams.get('back')).toBe(back)
})
