import { beforeAll, expect, it } from 'vitest'
import { makeAnswer } from '@/lib/web/server/make-answer'
import { aMember } from '@/test/a-member'
import { useDatabase } from '@/test/use-database'
import { GET } from './answer'

useDatabase()
// Before anything is looked for: members are kept for seconds.
beforeAll(async () => {
  await aMember('north')
  await aMember('south')
})

const frame = '<html><head><title>Members</title></head><body><main id="content">All of them</main></body></html>'

async function find(query: string): Promise<string> {
  const asked: string[] = []
  const answer = await GET(new Request(`http://localhost/en/members/find?${query}`), {
    params: Promise.resolve({ locale: 'en' }),
    frame: async (path) => {
      asked.push(path)
      return frame
    },
    page: async (path, more) =>
      makeAnswer({ status: 200, headers: [], compress: false, body: Buffer.from(`kept: ${path}?${more}`) }),
  })
  if ('variants' in answer) return answer.variants.identity.body.toString()
  const { body, headers } = answer
  expect([asked, headers['cache-control']]).toEqual([['/en/members/find'], 'private, no-store'])
  return body.toString()
}

it('shows whom somebody looks for, in the frame of the page, and is kept by nobody', async () => {
  const html = await find('q=north')
  expect(html).toContain('<title>Members</title>')
  expect(html).not.toContain('All of them')
  expect(html).toContain('/en/members/north')
  expect(html).not.toContain('/en/members/south')
  expect(html).toContain('value="north"')
})

it('gives the cached page where nothing was typed', async () => {
  expect(await find('q=&kind=organization')).toBe('kept: /en/members/find?q=&kind=organization')
})

it('says so where nobody fits, whatever was typed', async () => {
  const html = await find(`q=${encodeURIComponent('"><script>x</script>')}&kind=organization&kind=person`)
  expect(html).not.toContain('<script>x')
  expect(html).not.toMatch(/members\/(?:north|south)"/)
})
