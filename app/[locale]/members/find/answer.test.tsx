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

it('keeps nothing of what was typed: who finds the same gets their own words back, also in the links', async () => {
  const [one, other] = [await find('q=nor+%26th%22'), await find('q=zzz%27&kind=person')]
  expect(one).toContain('value="nor &amp;th&quot;"')
  const again = await find('q=qqq%2B%3C')
  expect(again).toContain('value="qqq+&lt;"')
  expect(again).not.toContain('nor')
  expect(again).toContain('href="/en/members/find?q=qqq%2B%3C"')
  expect(other).toContain('value="zzz&#39;"')
  expect(other).toContain('href="/en/members/find?kind=person&amp;q=zzz%27"')
})

it('gives the cached page where nothing was typed', async () => {
  expect(await find('q=&kind=organization')).toBe('kept: /en/members/find?q=&kind=organization')
})

it('says so where nobody fits, whatever was typed', async () => {
  const html = await find(`q=${encodeURIComponent('"><script>x</script>')}&kind=organization&kind=person`)
  expect(html).not.toContain('<script>x')
  expect(html).not.toMatch(/members\/(?:north|south)"/)
})
