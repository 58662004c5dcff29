import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { SetUpState } from '@/lib/overview/find-set-up'
import { SetUp } from './set-up'

const form = async () => undefined
const html = (steps: SetUpState[]) =>
  renderToStaticMarkup(<SetUp steps={steps} confirm={form} hidden={false} show={form} />)
const step = (name: SetUpState['name'], done: boolean, elsewhere = false) => ({ name, done, elsewhere })

test('where all that can be done here is done, it says so, and names what waits for the server', () => {
  const said = html([step('zone', true), step('factor', true), step('mail', false, true), step('backups', false, true)])
  expect(said).toContain('Set up: 2 of 2 done here, 2 left for the server')
  expect(said).toContain('Everything that can be done here is done.')
  expect(said).toContain('all mail stays in <a href="/mailbox">the mailbox of this site</a>')
  expect(said).toContain('Backups, and a restore that was tried')
})

test('on a server every step counts, and nothing is shown once all are done', () => {
  expect(html([step('zone', true), step('mail', false)])).toContain('Set up: 1 of 2 done<')
  expect(html([step('zone', true), step('mail', true)])).toBe('')
})
