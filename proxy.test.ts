import { readdirSync } from 'node:fs'
import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { proxy } from './proxy'

// Whether the admin area stays locked without proxy.ts is shown by app/admin/authorisation.test.ts: it calls the pages,
// actions and endpoints themselves, and nothing of this file runs there. Here: that it decides nothing, so nothing can
// be missing.
test('it lets everybody pass alike, with a policy whose nonce is new each time', () => {
  const asked = [undefined, 'admin=made-up', '__Host-admin=made-up'].flatMap((cookie) =>
    ['/admin', '/admin/staff', '/admin/sign-in', '/admin/exports/x'].map((path) =>
      proxy(new NextRequest(`http://localhost:3000${path}`, { headers: cookie ? { cookie } : {} })),
    ),
  )
  for (const answer of asked) {
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-middleware-next')).toBe('1')
    expect(answer.headers.get('location')).toBeNull()
    expect(answer.headers.getSetCookie()).toEqual([])
  }
  const policies = new Set(asked.map((answer) => answer.headers.get('content-security-policy')))
  expect(policies.size).toBe(asked.length)
  for (const policy of policies) expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'nonce-[^']{24}';/)
})

test('a few pages show frames of this site, and one page may be shown in them; no page lets style in', () => {
  const id = '6f9619ff-8b86-4011-b42d-00c04fc964ff'
  const headersOf = (path: string) => proxy(new NextRequest(`http://localhost:3000/admin/${path}`)).headers
  const policyOf = (path: string) => headersOf(path).get('content-security-policy')
  for (const path of [`paper/${id}`, `updates/${id}`, `updates/${id}/preview`, `petitions/${id}/texts/pt-BR`]) {
    expect(policyOf(path), path).toContain("; frame-src 'self'; ")
    expect(policyOf(path), path).toContain("frame-ancestors 'none'")
    expect(policyOf(path), path).not.toContain('unsafe')
  }
  for (const path of ['', `petitions/${id}`, `petitions/${id}/preview/ko`, 'paper/new'])
    expect(policyOf(path), path).not.toContain('frame-src')
  for (const path of [`petitions/${id}/preview/ko`, `updates/${id}/mail`, `paper/${id}/scan`]) {
    expect(policyOf(path), path).toContain("frame-ancestors 'self'")
    expect(headersOf(path).get('x-frame-options'), path).toBe('SAMEORIGIN')
  }
})

test('what is no page keeps the policy of a file: nothing runs in it, also where its route is new', () => {
  const routes = readdirSync('app/admin', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(^|\/)route\.ts$/.test(path),
  )
  expect(routes.length).toBeGreaterThan(3)
  for (const route of routes) {
    const path = `/admin/${route.replace(/\/route\.ts$/, '').replace(/\[\w+\]/g, 'a1b2')}`
    const answer = proxy(new NextRequest(`http://localhost:3000${path}`, { method: 'POST' }))
    expect(answer.headers.get('content-security-policy'), path).toBe("default-src 'none'; sandbox")
  }
})
