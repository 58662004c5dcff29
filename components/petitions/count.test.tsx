import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { nextStep } from '@/lib/petitions/next-step'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { locales, translator } from '@/messages/translator'
import { Count } from './count'

const petition = { slug: 'camps', count: 1, paper: 0, goal: 1000 } as PetitionView

/** The page's script, on a page that holds this count alone; gives what it does every ten seconds. */
function runScript(
  box: object,
  answer: { count: number; newest?: string[] },
  lang = 'en',
  more: Record<string, object[]> = {},
): () => void {
  const document = {
    documentElement: { lang },
    forms: {},
    querySelectorAll: (selector: string) => (selector === '[data-count]' ? [box] : (more[selector] ?? [])),
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
    return [/data-goal="(\d+)"/.exec(html)?.[1], /tabular-nums"[^>]*>(Goal[^<]*)</.exec(html)?.[1]]
  }
  expect(shown({ count: 999 })).toEqual(['1000', 'Goal: 1,000'])
  expect(shown({ count: 1_000 })).toEqual(['2000', 'Goal of 1,000 reached. Next step: 2,000'])
  expect(shown({ count: 6_000 })).toEqual(['10000', 'Goal of 1,000 reached. Next step: 10,000'])
  expect(shown({ count: 6_000, status: 'closed' })).toEqual(['1000', 'Goal of 1,000 reached'])
  expect(shown({ count: 999, status: 'closed' })).toEqual(['1000', 'Goal: 1,000'])
})

test.each(locales)(
  '%s: when the count passes the goal, or a step after it, the next step is shown at once',
  async (locale) => {
    const open = { ...petition, count: 999, status: 'open' as const }
    const { format } = new Intl.NumberFormat(locale)
    const attribute = /data-next="([^"]*)"/
    const html = renderToStaticMarkup(<Count petition={open} locale={locale} />)
    const words = attribute.exec(html)?.[1] ?? ''
    const bar = { dataset: { goal: '1000' }, lastElementChild: { setAttribute: vi.fn() } }
    const next = { textContent: '', dataset: { next: words } }
    const parts: Record<string, object> = {
      data: { value: '1' },
      '[data-goal]': bar,
      '[data-next]': next,
      '[data-people]': { dataset: { people: '{"other":"x"}' } },
      '[role=status]': {},
    }
    const answer = { count: 999 }
    const tick = runScript({ dataset: { count: 'camps' }, querySelector: (one: string) => parts[one] }, answer, locale)
    const shown = async (count: number) => {
      answer.count = count
      const calls = bar.lastElementChild.setAttribute.mock.calls.length
      tick()
      await vi.waitFor(() => expect(bar.lastElementChild.setAttribute.mock.calls.length).toBe(calls + 1))
      return [bar.dataset.goal, next.textContent].map(String)
    }
    expect(await shown(998)).toEqual(['1000', ''])
    for (const [count, step] of [
      [1_000, 2_000],
      [1_500, 2_000],
      [2_000, 5_000],
      [9_999, 10_000],
      [10_000, 20_000],
      [54_321, 100_000],
    ] as const) {
      expect(nextStep(1000, count)).toBe(step)
      const said = translator(locale, 'petition.count')('next', { goal: 1000, next: step })
      expect(said).toContain(format(step))
      expect(await shown(count)).toEqual([`${step}`, said])
    }
    expect(renderToStaticMarkup(<Count petition={{ ...open, status: 'closed' }} locale={locale} />)).not.toMatch(
      attribute,
    )
  },
)

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

test('the page of somebody who has confirmed becomes that of one counted once their entry is among the newest', async () => {
  const status = { textContent: '' }
  const data = { value: '7' }
  const parts: Record<string, object> = {
    data,
    '[data-people]': { dataset: { people: '{"other":"x"}' } },
    '[role=status]': status,
  }
  const waits = [
    { dataset: { entry: 'uN3_wQ' }, remove: vi.fn() },
    { dataset: {}, remove: vi.fn() },
  ]
  const counted = [{ hidden: true, firstElementChild: { textContent: 'Counted.' } }, { hidden: true }]
  const answer = { count: 7, newest: ['a07ZkT'] }
  const asked = vi.spyOn(answer, 'newest', 'get')
  const tick = runScript({ dataset: { count: 'camps' }, querySelector: (one: string) => parts[one] }, answer, 'en', {
    '[data-entry], [data-waits]': waits,
    '[data-counted]': counted,
  })
  tick()
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect([status.textContent, waits[0]?.remove.mock.calls.length]).toEqual(['', 0])
  asked.mockReturnValue(['bbbbbb', 'uN3_wQ', 'a07ZkT'])
  tick()
  await vi.waitFor(() => expect(status.textContent).toBe('Counted.'))
  expect(counted.map(({ hidden }) => hidden)).toEqual([false, false])
  expect(waits.map(({ remove }) => remove.mock.calls.length)).toEqual([1, 1])
  tick()
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(3))
  expect(waits[0]?.remove).toHaveBeenCalledOnce()
})
