import { expect, test } from 'vitest'
import { readForm } from '@/lib/coalition/entities/fields'
import { db } from '@/lib/db'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { withApproval } from '@/test/with-approval'
import { listDeliveries } from '../list-deliveries'
import { type AnswerForm, answerForm } from './answer-form'
import { logOf } from './log-of'
import { removeAnswer } from './remove-answer'
import { requestAnswer } from './request-answer'

useDatabase()

const now = new Date('2026-03-14T12:00:00Z')
const day = (text: string) => new Date(`${text}T00:00:00Z`)
const addressees = ['The Secretary-General', 'The Council']
const typed = { addressee: '1', kind: 'answered', day: '2026-03-12', source: 'Letter to the coalition', why: 'it came' }
const url = 'https://un.example/a'

async function aDelivery(slug: string): Promise<string> {
  const id = crypto.randomUUID()
  const petitionId = await aPetition(slug)
  await db().delivery.create({
    data: { id, petitionId, deliveredOn: day('2026-03-02'), addressees, approvedAt: now },
  })
  return id
}

function form(more: object = {}): AnswerForm {
  const read = readForm(answerForm, { ...typed, ...more })
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.form
}

async function publicLog(deliveryId: string) {
  const { petitionId } = await db().delivery.findUniqueOrThrow({ where: { id: deliveryId } })
  const [shown] = await listDeliveries(petitionId, null)
  return shown ? logOf(shown, now) : []
}

test('an answer takes two people, and stands beside the office that gave it', async () => {
  const id = await aDelivery('answered')
  const [first, second] = [await aStaffMember('editor', now), await aStaffMember('owner', now)]
  const quoted = form({ url: 'un.example/a', words: 'Nous avons lu.\nMerci.', locale: 'fr' })
  const asked = await requestAnswer(first, id, quoted, now)
  expect(asked).toMatchObject({ ok: true })
  expect(await requestAnswer(first, id, quoted, now)).toEqual({ ok: false, errors: { form: ['waits'] } })
  // An answer of another office can wait at the same time.
  expect(await requestAnswer(first, id, form({ addressee: '0' }), now)).toMatchObject({ ok: true })
  expect(await db().deliveryAnswer.count({ where: { deliveryId: id } })).toBe(0)
  if (!asked.ok) return
  await withApproval(Promise.resolve(asked), second, now)
  expect(await publicLog(id)).toMatchObject([
    { addressee: 'The Secretary-General', answers: [], silentDays: 12 },
    { addressee: 'The Council', answers: [{ kind: 'answered', url, words: 'Nous avons lu.\nMerci.', locale: 'fr' }] },
  ])
  const logged = await db().auditEntry.findMany({ where: { subject: `delivery:${id}.1` } })
  expect(logged.map(({ detail }) => detail).join()).not.toContain('Nous avons lu')
})

test('one that was entered wrongly is removed by one person, once', async () => {
  const id = await aDelivery('wrong')
  const [first, second] = [await aStaffMember('editor', now), await aStaffMember('owner', now)]
  const asked = await requestAnswer(first, id, form(), now)
  if (asked.ok) await withApproval(Promise.resolve(asked), second, now)
  const [, council] = await publicLog(id)
  const answer = council?.answers[0]?.id ?? ''
  const gone = await Promise.all([1, 2, 3].map(() => removeAnswer(first, answer, 'another petition', now)))
  expect(gone.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await publicLog(id)).toMatchObject([{ answers: [] }, { answers: [], silentDays: 12 }])
  const entry = await db().auditEntry.findFirstOrThrow({ where: { verb: 'petition.remove_answer' } })
  expect(JSON.parse(entry.detail)).toEqual({
    office: 'The Council',
    answer: 'answered',
    day: '2026-03-12',
    why: 'another petition',
  })
  await expect(removeAnswer(await aStaffMember('moderator', now), answer, '', now)).rejects.toThrow()
})

test('is of an office of the delivery, after it, and not of the future', async () => {
  const id = await aDelivery('dated')
  const editor = await aStaffMember('editor', now)
  const ask = (more: object, of = id) => requestAnswer(editor, of, form(more), now)
  expect(await ask({ addressee: '2' })).toEqual({ ok: false, errors: { addressee: ['unknown'] } })
  expect(await ask({}, crypto.randomUUID())).toEqual({ ok: false, errors: { addressee: ['unknown'] } })
  expect(await ask({ day: '2026-03-01' })).toEqual({ ok: false, errors: { day: ['before'] } })
  expect(await ask({ day: '2026-03-15' })).toEqual({ ok: false, errors: { day: ['future'] } })
  expect(await ask({ day: '2026-03-02' })).toMatchObject({ ok: true })
})

test('its form says what is missing', () => {
  const wrong = (more: object) => {
    const read = readForm(answerForm, { ...typed, ...more })
    return read.ok ? null : read.errors
  }
  expect(wrong({})).toBeNull()
  expect(wrong({ addressee: '', kind: '', day: '', source: '', why: '' })).toEqual({
    addressee: ['missing'],
    kind: ['missing'],
    day: ['missing'],
    source: ['missing'],
    why: ['missing'],
  })
  expect(wrong({ words: 'We read it.' })).toEqual({ locale: ['missing'] })
  expect(wrong({ words: 'We read it.', locale: 'xx' })).toEqual({ locale: ['missing'] })
  expect(wrong({ url: 'javascript:alert(1)' })).toEqual({ url: ['invalid'] })
  expect(form({ words: '', locale: 'fr' })).toMatchObject({ words: null })
})

test('silence is counted in whole days from the delivery, and not before it', () => {
  const silent = (text: string, at: Date) =>
    logOf({ addressees: ['A', 'A'], deliveredOn: day(text), answers: [] }, at).map(({ silentDays }) => silentDays)
  expect(silent('2026-03-14', now)).toEqual([0])
  expect(silent('2026-03-13', now)).toEqual([1])
  expect(silent('2026-03-20', now)).toEqual([0])
})
