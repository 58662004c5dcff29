import { randomBytes, randomUUID } from 'node:crypto'
import { createBulkAction } from '@/lib/bulk-actions/create-bulk-action'
import { readRule } from '@/lib/bulk-actions/rule'
import { closeDb, db } from '@/lib/db'
import { readOrder } from '@/lib/exports/order'
import { requestExport } from '@/lib/exports/request-export'
import { createMailing } from '@/lib/mailings/draft'
import { keepForm } from '@/lib/staff/drafts/kept-form'
import { requestWebhook } from '@/lib/webhooks/request-webhook'
import { aSheet } from '@/test/a-sheet'
import { aStaffMember } from '@/test/a-staff-member'
import { thisSite } from '@/test/sites.mjs'
import { aWonPetition } from './a-won-petition'
import { floodOf, hold } from './held'
import { SLUG } from './person'

const names = (word: string, many: number) => Array.from({ length: many }, (_, i) => `${word} ${i}`)

/**
 * Puts one of each kind into the site's database that a page of the admin area is about, so that a page that lists them
 * leads to it.
 * @param reader whose kept forms there are to see
 * @returns ids, for pages to which few links lead
 */
export async function oneOfEach(reader: string) {
  await hold(names('Held', 4), names('Alike', 3))
  await floodOf('crowd.example', names('Crowd', 40))
  const won = await aWonPetition()
  Object.assign(process.env, thisSite().env)
  try {
    return await addAll(reader, won)
  } finally {
    await closeDb()
  }
}

async function addAll(reader: string, slug: string) {
  const now = new Date()
  const owner = await aStaffMember('owner', now)
  const moderator = await aStaffMember('moderator', now)
  const { id: petition } = await db().petition.findUniqueOrThrow({ where: { slug: SLUG } })
  const { id: won } = await db().petition.findUniqueOrThrow({ where: { slug } })
  const rule = readRule({ petition, country: 'KR' })
  const order = readOrder({ petition, reason: 'the story' }, ['country'], now)
  if (!rule.ok || !order.ok) throw new Error('the fixture is not readable')
  await createBulkAction(moderator, 'hold', '', rule.rule, now)
  await requestExport(moderator, order.order, now)
  await createMailing(owner, petition, now)
  await aSheet(moderator, petition, 3, now)
  await requestWebhook(
    owner,
    { address: `https://receiver.example/${randomUUID()}`, events: ['petition.closed'], why: 'x' },
    now,
  )
  const hook = {
    id: randomUUID(),
    url: `https://receiver.example/${randomUUID()}`,
    events: ['petition.closed'],
    createdAt: now,
  }
  await db().webhook.create({ data: hook })
  const { id: delivery } = await db().delivery.create({
    data: { id: randomUUID(), petitionId: won, deliveredOn: now, addressees: ['The Council'], approvedAt: now },
  })
  await addCoalition(now)
  const { id: userId } = await db().user.findUniqueOrThrow({ where: { email: reader } })
  const { id: sessionId } = await db().session.findFirstOrThrow({ where: { userId } })
  const typed = { path: '/admin/petitions/new', form: '', fields: { slug: 'typed-and-kept' } }
  await keepForm({ userId, sessionId }, typed, now)
  return { petition, won, delivery }
}

async function addCoalition(now: Date): Promise<void> {
  const letter = await db().letter.findFirstOrThrow({ where: { status: 'open' } })
  const member = await db().member.findFirstOrThrow({ orderBy: { name: 'asc' } })
  const sealed = randomBytes(60)
  const organisation = `Story Forum ${randomUUID().slice(0, 8)}`
  const search = organisation.toLowerCase()
  await db().coSignature.create({
    data: { id: randomUUID(), letterId: letter.id, organisation, search, state: 'confirmed', sealed },
  })
  await db().application.create({
    data: {
      id: randomUUID(),
      applicantIndex: randomBytes(32),
      kind: 'organization',
      country: 'NO',
      state: 'confirmed',
      locale: 'en',
      sealed,
      tokenHash: randomBytes(32),
      receivedAt: now,
      confirmedAt: now,
    },
  })
  const content = JSON.stringify({ website: 'https://proposed.example' })
  const proposal = { memberId: member.id, part: 'site' }
  await db().memberProposal.deleteMany({ where: proposal })
  await db().memberProposal.create({ data: { id: randomUUID(), ...proposal, content, proposedAt: now } })
}
