import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findDirectRoute } from '@/lib/web/server/direct-routes'
import { directRoutes } from './direct-routes'

/** The staff's sign-in belongs to the framework, with next-auth; and it says that an address does not exist. */
const ofTheFramework = ['/api/auth/link', '/api/[...rest]']

const find = findDirectRoute(directRoutes)

async function endpoints(): Promise<{ route: string; methods: string[] }[]> {
  const files = (await readdir(import.meta.dirname, { recursive: true })).filter((file) =>
    /^(?:api|ledger)\/.*route\.ts$/.test(file.replaceAll('\\', '/')),
  )
  return Promise.all(
    files.map(async (file) => {
      const source = await readFile(join(import.meta.dirname, file), 'utf8')
      const methods = [...source.matchAll(/export (?:const|function|async function) (GET|POST)\b/g)]
      const route = `/${file.replaceAll('\\', '/').replace(/\/route\.ts$/, '')}`
      return { route, methods: methods.map(([, method]) => method ?? '') }
    }),
  )
}

test('every public endpoint is answered without the framework, for each of its methods', async () => {
  const found = (await endpoints()).filter(({ route }) => !ofTheFramework.includes(route))
  expect(found.length).toBeGreaterThan(20)
  for (const { route, methods } of found) {
    const path = route.replaceAll(/\[[.\w]+\]/g, 'a')
    expect(methods, route).not.toEqual([])
    for (const method of methods) expect(find(method, path)?.endpoint.route, `${method} ${path}`).toBe(route)
  }
})

test('the rest of a path is a list, as the framework gives it', () => {
  expect(find('GET', '/ledger/a/tile/0/x%20y')?.params).toEqual({ slug: 'a', path: ['tile', '0', 'x y'] })
  expect(find('GET', '/ledger/a/')).toBeUndefined()
})
