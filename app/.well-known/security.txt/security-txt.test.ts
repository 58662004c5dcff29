import { expect, test, vi } from 'vitest'

async function answer(contact?: string) {
  vi.resetModules()
  if (contact) vi.stubEnv('SECURITY_CONTACT', contact)
  const { GET } = await import('./route')
  return GET()
}

test('names the contact, an end in the future and its own address', async () => {
  const text = await (await answer('mailto:security@example.org')).text()
  expect(text).toContain('Contact: mailto:security@example.org\n')
  expect(text).toContain('Canonical: http://localhost:3000/.well-known/security.txt\n')
  const expires = /^Expires: (.+)$/m.exec(text)?.[1] ?? ''
  expect(new Date(expires).getTime()).toBeGreaterThan(Date.now() + 80 * 86_400_000)
})

test('is not there where nobody can be reached', async () => {
  expect((await answer()).status).toBe(404)
})

test('a contact that is no address to write to is refused at the start', async () => {
  await expect(answer('call us')).rejects.toThrow('SECURITY_CONTACT')
})
