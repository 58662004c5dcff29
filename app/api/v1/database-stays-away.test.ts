import { beforeEach, expect, it, vi } from 'vitest'
import { addressHeader } from '@/lib/web/server/client-address'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { fields } from '@/test/a-petition'
import { POST as confirm } from './confirmations/route'
import { POST as sign } from './petitions/[slug]/signatures/route'
import { POST as withdraw } from './withdrawals/route'

vi.mock('@/lib/failover/limits', () => ({ PATIENCE: 6_000, MAX_WAITING: 50, MAX_OF_NETWORK: 20 }))
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
process.env.DATABASE_URL = `postgresql://nobody:x@127.0.0.1:${await freePort()}/none`

function post(path: string, form: Record<string, string>, network: string, accept = 'text/html'): Request {
  const headers = { accept, [addressHeader]: network }
  return new Request(`http://localhost${path}`, { method: 'POST', headers, body: new URLSearchParams(form) })
}

const typed = { ...fields('kim@example.org'), comment: 'A "quoted" <why>', locale: 'ko' }
const signing = (network: string, accept?: string) =>
  sign(post('/api/v1/petitions/p/signatures', typed, network, accept), { params: Promise.resolve({ slug: 'p' }) })

async function timed(asked: Promise<Response>) {
  const began = performance.now()
  const answer = await asked
  return { answer, waited: performance.now() - began > 5_000 }
}

it('who waited in vain gets everything back, to send it again', async () => {
  const token = 'A'.repeat(43)
  const button = (path: string) => post(path, { token, locale: 'en', correct: 'on', name: 'Kim' }, '11.0.1.1')
  const [signed, confirmed, withdrawn, asProgram] = await Promise.all([
    timed(signing('11.0.0.1')),
    timed(confirm(button('/api/v1/confirmations'))),
    timed(withdraw(button('/api/v1/withdrawals'))),
    timed(signing('11.0.2.1', 'application/json')),
  ])
  for (const { answer, waited } of [signed, confirmed, withdrawn, asProgram]) {
    expect([answer.status, answer.headers.get('retry-after'), waited]).toEqual([503, '10', true])
  }
  const form = await signed.answer.text()
  expect(form).toContain('action="/api/v1/petitions/p/signatures"')
  expect(form).toContain('name="comment" value="A &quot;quoted&quot; &lt;why&gt;"')
  expect(form).toContain('name="email" value="kim@example.org"')
  expect(await confirmed.answer.text()).toMatch(
    /action="\/api\/v1\/confirmations".*name="token" value="A{43}".*name="name" value="Kim"/s,
  )
  expect(await asProgram.answer.json()).toEqual({ error: 'unavailable' })
}, 30_000)

it('a bounded number wait, and of one network fewer; all others are told at once', async () => {
  const crowd = Array.from({ length: 100 }, (_, i) => timed(signing(`12.0.${i}.1`)))
  const together = Array.from({ length: 100 }, () => timed(signing('13.0.0.1')))
  const [ofCrowd, ofOne] = [await Promise.all(crowd), await Promise.all(together)]
  for (const { answer } of [...ofCrowd, ...ofOne]) {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
    expect(await answer.text()).toContain('kim@example.org')
  }
  const waited = (all: typeof ofCrowd) => all.filter((one) => one.waited).length
  // Those of the test before may still be leaving when these come: they have a place for a moment longer than an
  // answer.
  expect(waited(ofCrowd) + waited(ofOne)).toBeLessThanOrEqual(50)
  expect(waited(ofCrowd) + waited(ofOne)).toBeGreaterThanOrEqual(50 - 4)
  expect(waited(ofOne)).toBeLessThanOrEqual(20)
}, 30_000)
