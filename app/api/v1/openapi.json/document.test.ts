import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { directRoutes } from '@/app/direct-routes'
import { contractOf, type DocumentedOperation } from '@/test/contract'
import { GET } from './route'

const document = await GET().json()
const operations = Object.entries<Record<string, DocumentedOperation>>(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

test('it is OpenAPI 3.1, as a validator of others reads it', async () => {
  expect(await new Validator().validate(document)).toEqual({ valid: true })
})

test('it has every address below /api/v1, and no other', () => {
  const routes = directRoutes
    .filter(({ route }) => route.startsWith('/api/v1/'))
    // A GET of an address that takes forms leads to its page: described once, for all.
    .filter(
      ({ route, method }) =>
        method === 'POST' || !directRoutes.some((one) => one.route === route && one.method === 'POST'),
    )
    .map(({ route, method }) => `${method.toLowerCase()} ${route.replaceAll(/\[(?:\.{3})?(\w+)\]/g, '{$1}')}`)
  expect(operations.map(({ path, method }) => `${method} ${path}`).toSorted()).toEqual(routes.toSorted())
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(routes.length)
})

test('its examples are what its schemas say', () => {
  const wrong = contractOf(document)
  let checked = 0
  for (const { path, operation } of operations) {
    const contents = [operation.requestBody, ...Object.values(operation.responses)].map((one) => one?.content ?? {})
    for (const { schema, example } of contents.flatMap((content) => Object.values(content))) {
      if (!schema || example === undefined) continue
      checked += 1
      expect([path, wrong(schema, example)]).toEqual([path, null])
    }
    const { 'x-example': request } = operation
    if (request) expect(Object.keys(operation.responses)).toContain(String(request.status))
  }
  expect(checked).toBeGreaterThan(80)
  expect(wrong({ $ref: '#/components/schemas/Count' }, { count: 1, asOf: 'today' })).not.toBeNull()
  const more = { count: 1, asOf: '2026-11-28T12:40:00.000Z', more: 1 }
  expect(wrong({ $ref: '#/components/schemas/Count' }, more)).not.toBeNull()
})

test('every code that an answer may hold is explained, and every field described', () => {
  const texts = JSON.stringify(document.paths)
  const codes = [...texts.matchAll(/"error":\{"type":"string","enum":(\[[^\]]*\])/g)].flatMap(([, list]) =>
    JSON.parse(list ?? '[]'),
  )
  expect(codes.length).toBeGreaterThan(50)
  for (const code of codes) expect(document['x-error-codes']).toHaveProperty(code)
  for (const [name, schema] of Object.entries<{ properties?: Record<string, { description?: string }> }>(
    document.components.schemas,
  )) {
    if (!name.endsWith('Form')) continue
    for (const [field, { description }] of Object.entries(schema.properties ?? {}))
      expect([name, field, description]).toEqual([name, field, expect.any(String)])
  }
})

test('only public figures may be read by scripts of other sites', () => {
  const open = operations.filter(({ operation }) =>
    Object.values(operation.responses).some(({ headers }) => 'Access-Control-Allow-Origin' in headers),
  )
  expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'get /api/v1/petitions',
    'get /api/v1/petitions/{slug}',
    'get /api/v1/petitions/{slug}/count',
    'get /api/v1/openapi.json',
  ])
})
