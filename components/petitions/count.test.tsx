import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { Count } from './count'

const petition = { slug: 'camps', count: 1, paper: 0, goal: 1000 } as PetitionView

/** The page's script, on a page that holds this count alone; gives what it does every ten seconds. */
function runScript(box: object, answer: { count: number }): () => void {
  const document = {
    documentElement: { lang: 'en' },
    forms: {},
    querySelectorAll: (selector: string) => (selector === '[data-count]' ? [box] : []),
  }
  const every = vi.fn<(run: () => void) => void>()
  const script = readFileSync(new URL('../../public/site.js', import.meta.url), 'utf8')
  const fetch = async () => ({ json: async () => answer })
  runInNewContext(script, { document, fetch, setInterval: every, location: { search: '' }, URLSearchParams, Date })
  return every.mock.calls[0]?.[0] ?? (() => {})
}

test('the page carries the words for one person and for several', () => {
  const html = renderToStaticMarkup(<Count petition={petition} locale="en" />)
  expect(html).toContain('>person has signed</span>')
  const [, forms = ''] = /data-people="([^"]*)"/.exec(html) ?? []
  expect(JSON.parse(forms.replaceAll('&quot;', '"'))).toEqual({ one: 'person has signed', other: 'people have signed' })
})

test('when the count grows, the words next to it follow and are announced', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const people = { textContent: '', dataset: { people: '{"one":"person has signed","other":"people have signed"}' } }
  const status = { textContent: '' }
  const parts: Record<string, object> = {
    data: { value: '1' },
    '[data-goal]': { dataset: { goal: '1000' }, lastElementChild: { setAttribute: vi.fn() } },
    '[data-people]': people,
    '[role=status]': status,
  }
  const box = { dataset: { count: 'camps' }, querySelector: (selector: string) => parts[selector] }
  const tick = runScript(box, { count: 2345 })
  vi.advanceTimersByTime(60_000)
  tick()
  await vi.waitFor(() => expect(status.textContent).toBe('2,345 people have signed'))
  expect(people.textContent).toBe('people have signed')
  vi.useRealTimers()
})
