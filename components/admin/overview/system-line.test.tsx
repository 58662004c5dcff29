import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { StatusLine } from '@/lib/overview/status/status-line'
import { SystemLine } from './system-line'

const said = (...lines: StatusLine[]) =>
  renderToStaticMarkup(<SystemLine lines={lines} link={false} />).replaceAll(/<[^>]+>/g, '')

const worker: StatusLine = { name: 'worker', state: 'good', says: 'workerRuns', values: { alive: 1, seconds: 3 } }
const queue: StatusLine = {
  name: 'mailQueue',
  state: 'good',
  says: 'mailQueueInTime',
  values: { waiting: 0, more: 'false' },
}
const failed: StatusLine = { name: 'mailFailed', state: 'good', says: 'mailNoneFailed', values: {} }
const at = new Date('2026-11-28T02:00:30Z')
const recount: StatusLine = { name: 'recount', state: 'good', says: 'recountRight', values: { at } }

test('where nothing is wrong, one line says what was reported', () => {
  expect(said(worker, queue, failed, recount)).toBe(
    'All systems normal worker reported 3 s ago · 0 emails waiting · 0 failed · count verified: 2026-11-28 02:00',
  )
})

test('what nobody has reported is not said to be good', () => {
  const unknown = { ...failed, state: 'unknown', says: 'noWorkerReported' } as const
  const never: StatusLine = { ...recount, state: 'unset', says: 'recountNever', values: {} }
  expect(said(worker, queue, unknown, never)).toBe(
    'All systems normal worker reported 3 s ago · 0 emails waiting · 1 thing not set up',
  )
})

test('what is wrong stands alone', () => {
  const wrong: StatusLine = { ...recount, state: 'attention', says: 'recountWrong' }
  expect(said(worker, queue, failed, wrong)).toMatch(/^Recount · .*did not agree: .*Stop the workers/)
})
