import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { unsubscribeToken } from '@/lib/mailings/unsubscribe-token'
import { aPetition, confirmWaiting, signAs } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { answerUnsubscribe, showUnsubscribe } from './answer-unsubscribe'

useDatabase()

const address = 'http://localhost/api/v1/unsubscribe'

async function aReader(): Promise<{ token: string; wants: () => Promise<boolean> }> {
  const slug = `reader-${Math.random().toString(36).slice(2)}`
  const petitionId = await aPetition(slug)
  await signAs(slug, 'reader@example.org', new Date(), { updates: 'on' })
  await confirmWaiting(petitionId, new Date())
  const row = await db().signature.findFirstOrThrow({ where: { petitionId } })
  const [emailIndex, tokenHash] = [Buffer.from(row.emailIndex), Buffer.from(row.tokenHash)]
  const wants = async () => (await db().signature.findFirstOrThrow({ where: { petitionId } })).updates
  return { token: unsubscribeToken({ petitionId, emailIndex, tokenHash }), wants }
}

const oneClick = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
const multipart = new FormData()
multipart.set('List-Unsubscribe', 'One-Click')

it.each([
  ['urlencoded', { body: oneClick }],
  ['multipart', { body: multipart }],
  ['no body at all', {}],
  ['a body of another kind', { body: 'x', headers: { 'content-type': 'text/plain' } }],
])('one-click unsubscribe needs no cookie or Origin: %s', async (_, init) => {
  const { token, wants } = await aReader()
  const answer = await answerUnsubscribe(new Request(`${address}?token=${token}`, { method: 'POST', ...init }))
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await wants()).toBe(false)
})

it('answers the button with the page, the same for every token', async () => {
  const { token, wants } = await aReader()
  for (const one of ['made-up', token]) {
    expect(await wants()).toBe(true)
    const body = new URLSearchParams({ token: one, locale: 'ar' })
    const answer = await answerUnsubscribe(new Request(address, { method: 'POST', body }))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ar/unsubscribe/done'])
  }
  expect(await wants()).toBe(false)
})

it('a GET changes nothing and redirects to the site only', async () => {
  const { token, wants } = await aReader()
  expect(showUnsubscribe(new Request(`${address}?token=${token}`), 'ko').headers.get('location')).toBe(
    `/ko/unsubscribe/${token}`,
  )
  const elsewhere = showUnsubscribe(new Request(`${address}?token=//example.org`), 'ko')
  expect(elsewhere.headers.get('location')).toBe('/ko/unsubscribe/unknown')
  expect(await wants()).toBe(true)
})
