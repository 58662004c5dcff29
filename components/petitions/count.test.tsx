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

test('once the goal is reached, the next step is shown, to which the bar then leads; after the end only that it was', () => {
  const shown = (more: Partial<PetitionView>) => {
    const html = renderToStaticMarkup(<Count petition={{ ...petition, status: 'open', ...more }} locale="en" />)
    return [/data-goal="(\d+)"/.exec(html)?.[1], /tabular-nums">(Goal[^<]*)</.exec(html)?.[1]]
  }
  expect(shown({ count: 999 })).toEqual(['1000', 'Goal: 1,000'])
  expect(shown({ count: 1_000 })).toEqual(['2000', 'Goal of 1,000 reached. Next step: 2,000'])
  expect(shown({ count: 6_000 })).toEqual(['10000', 'Goal of 1,000 reached. Next step: 10,000'])
  expect(shown({ count: 6_000, status: 'closed' })).toEqual(['1000', 'Goal of 1,000 reached'])
  expect(shown({ count: 999, status: 'closed' })).toEqual(['1000', 'Goal: 1,000'])
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
