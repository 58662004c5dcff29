import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'

// Exists only within a request; next-auth loads Next.js by require(). Nothing here gets that far.
vi.mock('next/headers', () => ({ cookies: vi.fn(), headers: vi.fn() }))
vi.mock('next-auth', () => ({ default: vi.fn(), getServerSession: vi.fn() }))

type Handler = (request: Request, context: object) => Promise<Response>

const routes = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(^|\/)route\.ts$/.test(path) && !path.includes('[...rest]'))
  .map((path) => path.replace(/\/?route\.ts$/, ''))

/** Handlers of every address that forms are posted to, by its folder; also of those that are added later. */
const forms: [string, { GET?: Handler; POST?: Handler }][] = []
for (const folder of routes) {
  const module = (await import(join(import.meta.dirname, folder, 'route.ts'))) as { GET?: Handler; POST?: Handler }
  // A page shows the scan by its GET, for staff alone (admin/authorisation.test.ts).
  if (module.POST && folder !== 'admin/paper/[id]/scan') forms.push([folder, module])
}

const params = { slug: 'a-b', id: 'a1b2' }
const get = (folder: string, accept: string) =>
  new Request(`http://localhost:3000/${folder}`, { headers: { accept, 'accept-language': 'ko' } })

test('there are many of them', () => {
  expect(forms.length).toBeGreaterThan(18)
})

test.each(forms)('%s: a GET is redirected to the form, or answered with 405', async (folder, { GET }) => {
  expect(GET).toBeDefined()
  const led = await GET?.(get(folder, 'text/html,*/*'), { params: Promise.resolve(params) })
  const told = await GET?.(get(folder, '*/*'), { params: Promise.resolve(params) })
  if (folder === 'api/v1/unsubscribe') {
    // Its URL is mailed, with a token: a person who follows it sees the button, whatever their program.
    expect([led?.status, told?.status]).toEqual([303, 303])
    return
  }
  expect([told?.status, told?.headers.get('allow')]).toEqual([405, 'POST'])
  if (folder.includes('webhooks')) return expect(led?.status).toBe(405)
  expect(led?.status).toBe(303)
  const location = led?.headers.get('location') ?? ''
  expect(location).toMatch(folder.startsWith('admin') || folder.includes('auth') ? /^\/admin(\/|$)/ : /^\/ko\//)
  const page = location.replace('/ko', '/[locale]').replace('a-b', '[slug]').replace('a1b2', '[id]').replace(/#.*/, '')
  expect(existsSync(join(import.meta.dirname, page, 'page.tsx')), page).toBe(true)
})

const ofPeople = forms.filter(([folder]) => folder.startsWith('api/v1/') && !folder.includes('webhooks'))

test.each(ofPeople)(
  '%s: what cannot be read leads a browser to a page that can be reloaded',
  async (folder, { POST }) => {
    const post = (accept: string) => {
      const init = { method: 'POST', body: '<xml/>', headers: { accept, 'content-type': 'text/xml' } }
      return POST?.(new Request(`http://localhost:3000/${folder}`, init), { params: Promise.resolve(params) })
    }
    const led = await post('text/html')
    expect([led?.status, led?.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/form-result\?status=415/),
    ])
    expect((await post('*/*'))?.status).toBe(415)
  },
)
