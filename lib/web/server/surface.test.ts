import { expect, it } from 'vitest'
import { openTestServer } from '@/test/open-test-server'
import { adminSurface, publicSurface } from './surface'

const admin = ['/admin', '/admin/', '/admin/sign-in', '/admin/sign-in/link?token=x', '/api/auth/link', '/api/auth/x']
const looksLikeIt = ['/%61dmin', '/%61dmin/sign-in', '/Admin/sign-in', '/api/%61uth/link']

it.each([...admin, ...looksLikeIt])('the process of the public has no %s, whatever is asked of it', async (path) => {
  const { url, asked } = await openTestServer({ surface: publicSurface })
  for (const method of ['GET', 'HEAD', 'POST'])
    expect([method, (await fetch(url + path, { method, redirect: 'manual' })).status]).toEqual([method, 404])
  expect(asked).toEqual([])
})

it('the process of the public serves everything else', async () => {
  const { url } = await openTestServer({ surface: publicSurface })
  expect((await fetch(`${url}/en/administration`)).status).toBe(200)
  expect(await (await fetch(`${url}/api/v1/petitions`)).text()).toBe('from the framework')
})

const surface = adminSurface('https://petition.example.org')

it.each([...admin, '/api/health', '/api/ready'])('the process of the staff serves %s', async (path) => {
  const { url } = await openTestServer({ surface })
  expect(await (await fetch(url + path)).text()).toBe('from the framework')
})

it.each([
  ['/en/petitions/a?b=c', 'https://petition.example.org/en/petitions/a?b=c'],
  ['/api/v1/documents/a', 'https://petition.example.org/api/v1/documents/a'],
  ['/@evil.example/', 'https://petition.example.org/@evil.example/'],
  ['/', '/admin'],
])('the process of the staff sends %s on, and takes no form there', async (path, location) => {
  const { url, asked } = await openTestServer({ surface })
  const answer = await fetch(url + path, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([307, location])
  expect((await fetch(url + path, { method: 'POST', redirect: 'manual' })).status).toBe(404)
  expect(asked).toEqual([])
})
