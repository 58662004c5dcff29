import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readRoutes } from './read-routes'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'routes-'))
  await mkdir(join(root, '.next'))
  // As a build writes it.
  const manifest = {
    staticRoutes: [
      { page: '/', regex: '^/(?:/)?$' },
      { page: '/_not-found', regex: '^/_not\\-found(?:/)?$' },
      { page: '/robots.txt', regex: '^/robots\\.txt(?:/)?$' },
    ],
    dynamicRoutes: [
      { page: '/[locale]', regex: '^/([^/]+?)(?:/)?$' },
      { page: '/[locale]/petitions/[slug]', regex: '^/([^/]+?)/petitions/([^/]+?)(?:/)?$' },
      { page: '/pictures/[...rest]', regex: '^/pictures/(.+?)(?:/)?$' },
    ],
  }
  await writeFile(join(root, '.next', 'routes-manifest.json'), JSON.stringify(manifest))
})
afterAll(() => rm(root, { recursive: true }))

it.each([
  [true, '/'],
  [true, '/robots.txt'],
  [true, '/en'],
  [true, '/ko/'],
  [true, '/en/petitions/a'],
  [true, '/pictures/a/b'],
  [false, '/xx'],
  [false, '/xx/petitions/a'],
  [false, '/EN'],
  [false, '/en/petitions/a/b'],
  [false, '/en/nothing'],
  [false, '/_not-found'],
  [false, '/wp-login.php'],
])('%s: %s', async (expected, path) => {
  expect((await readRoutes(root))(path)).toBe(expected)
})

it('fails without a build', async () => {
  await expect(readRoutes(join(root, 'none'))).rejects.toThrow('ENOENT')
})
