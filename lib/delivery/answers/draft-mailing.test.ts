import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { discardMailing } from '@/lib/mailings/draft'
import { requestMailing } from '@/lib/mailings/send-mailing'
import type { Staff } from '@/lib/staff/staff'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { draftAnswerMailing, findAnswerMailings } from './draft-mailing'
import { removeAnswer } from './remove-answer'

useDatabase()

const now = new Date('2026-03-14T12:00:00Z')
const day = (text: string) => new Date(`${text}T00:00:00Z`)
let editor: Staff
let petitionId: string

beforeAll(async () => {
  editor = await aStaffMember('editor', now)
  petitionId = await aPetition('camps')
})

async function anAnswer(more: object = {}): Promise<string> {
  const [id, deliveryId] = [randomUUID(), randomUUID()]
  const delivery = {
    id: deliveryId,
    petitionId,
    deliveredOn: day('2026-03-02'),
    addressees: ['The Council'],
    approvedAt: now,
  }
  await db().delivery.create({ data: delivery })
  const answer = { id, deliveryId, addressee: 'The Council', kind: 'answered' as const, answeredOn: day('2026-03-12') }
  const said = { source: 'Letter to the coalition', url: 'https://un.example/a', words: 'Nous avons lu.', locale: 'fr' }
  await db().deliveryAnswer.create({ data: { ...answer, ...said, approvedAt: now, ...more } })
  return id
}

test('an answer is prepared for signers once, in every language, however often it is asked for', async () => {
  const answer = await anAnswer()
  const asked = await Promise.all([1, 2, 3].map(() => draftAnswerMailing(editor, answer, now)))
  const ids = new Set(asked.map((result) => (result.ok ? result.id : 'none')))
  expect(ids.size).toBe(1)
  const [id = ''] = ids
  expect(await findAnswerMailings(editor, [answer])).toEqual(new Map([[answer, { id, stage: 'draft' }]]))
  const texts = await db().mailingText.findMany({ where: { mailingId: id } })
  expect(texts).toHaveLength(11)
  const english = texts.find(({ locale }) => locale === 'en')
  expect(english?.subject).toBe('An answer to the petition: The Council')
  for (const part of [
    '2 March 2026',
    '12 March 2026',
    'The Council: Answered',
    'Nous avons lu.',
    'https://un.example/a',
    '/en/petitions/camps',
  ])
    expect(english?.body).toContain(part)
  for (const { locale, subject, body } of texts) {
    expect([locale, subject.includes('The Council'), body.includes('Nous avons lu.')]).toEqual([locale, true, true])
    if (locale !== 'en') expect([locale, body.includes('delivered')]).toEqual([locale, false])
  }
})

test('a discarded draft can be prepared again; one that was sent cannot', async () => {
  const answer = await anAnswer()
  const first = await draftAnswerMailing(editor, answer, now)
  if (!first.ok) throw new Error(first.reason)
  expect(await discardMailing(editor, first.id, 0, now)).toMatchObject({ ok: true })
  const second = await draftAnswerMailing(editor, answer, now)
  if (!second.ok) throw new Error(second.reason)
  expect(second.id).not.toBe(first.id)
  await db().mailing.update({ where: { id: second.id }, data: { stage: 'done', startedBy: editor.id, startedAt: now } })
  expect(await draftAnswerMailing(editor, answer, now)).toEqual(second)
})

test('what tells of an answer that was removed is not sent', async () => {
  const answer = await anAnswer({ words: null, locale: null, url: null })
  const drafted = await draftAnswerMailing(editor, answer, now)
  if (!drafted.ok) throw new Error(drafted.reason)
  await removeAnswer(editor, answer, 'another petition', now)
  expect(await requestMailing(editor, drafted.id, 0, 'news', now)).toEqual({ ok: false, reason: 'answer_gone' })
  expect(await draftAnswerMailing(editor, answer, now)).toEqual({ ok: false, reason: 'no_answer' })
  await expect(draftAnswerMailing(await aStaffMember('auditor', now), answer, now)).rejects.toThrow()
})

test('an office with a very long name still has a subject', async () => {
  const answer = await anAnswer({ addressee: 'The Council '.repeat(15).trim() })
  const drafted = await draftAnswerMailing(editor, answer, now)
  const texts = await db().mailingText.findMany({ where: { mailingId: drafted.ok ? drafted.id : '' } })
  const kept = ({ subject }: { subject: string }) =>
    subject.length <= 150 && subject.includes('The Council The Council')
  expect(texts.map(kept)).toEqual(Array(11).fill(true))
})

test('what the office wrote stands in the mail as a quotation, as it was written', async () => {
  const said = { words: '1986. That year *we*\nread_it_all', source: '*Note* 7', addressee: 'A_B_C' }
  const drafted = await draftAnswerMailing(editor, await anAnswer(said), now)
  const where = { mailingId: drafted.ok ? drafted.id : '', locale: 'en' }
  const { body } = await db().mailingText.findFirstOrThrow({ where })
  expect(body).toContain('\n> 1986\\. That year \\*we\\*\\\n> read\\_it\\_all\n')
  expect(body).toContain('\\*Note\\* 7')
  expect(body).toContain('A\\_B\\_C: ')
})
