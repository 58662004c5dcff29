import { randomUUID } from 'node:crypto'
import { memberSearch } from '@/lib/coalition/member-search'
import { db } from '@/lib/db'
import { takeLock } from '@/lib/locks'
import { fold } from '@/lib/text/fold'
import type { Prisma } from '@/prisma/generated/client'
import { readContent } from './read-content'
import { seedMemberTexts } from './seed-member-texts'
import { seedTexts } from './seed-texts'

type Content = ReturnType<typeof readContent>

/** The list of members and supporters is in this source, of December 2011. */
const list = { source: '001', listedOn: new Date('2011-12-01'), listedPrecision: 'month' } as const

/**
 * Puts the coalition's first content into a new database. Later it only adds translations that are missing: staff
 * may have changed, renamed or removed the rest.
 */
export async function seedCoalition(now: Date): Promise<void> {
  const content = readContent()
  await db().$transaction(
    async (tx) => {
      // Two processes may start at once.
      await takeLock(tx, 'firstContent')
      if ((await tx.statement.count()) === 0) await seedFacts(tx, content, now)
      for (const [locale, text] of Object.entries(content.texts)) await seedTexts(tx, locale, text, now)
      await seedMemberTexts(tx, content.texts)
    },
    // A machine that is busy otherwise has taken more than a minute.
    { maxWait: 600_000, timeout: 600_000 },
  )
}

const connect = (keys: string[]) => ({ connect: keys.map((key) => ({ key })) })

async function seedFacts(tx: Prisma.TransactionClient, content: Content, now: Date): Promise<void> {
  await tx.source.createMany({
    data: content.sources.map(({ publishedOn, ...source }) => ({
      ...source,
      publishedOn: publishedOn?.on,
      publishedPrecision: publishedOn?.precision,
    })),
  })
  await seedMembers(tx, content)
  for (const { version, adoptedOn, summarizedOn, sources, clauses } of content.statements) {
    await tx.statement.create({
      data: {
        version,
        adoptedOn: adoptedOn?.on,
        adoptedPrecision: adoptedOn?.precision,
        summarizedOn,
        publishedAt: now,
        sources: connect(sources),
        clauses: {
          create: clauses.map(([anchor, part], position) => ({
            anchor,
            part,
            position,
          })),
        },
      },
    })
  }
  for (const letter of content.letters) await seedLetter(tx, letter)
  for (const { eventOn, petition, letter, member, sources, ...activity } of content.activities) {
    await tx.activity.create({
      data: {
        id: randomUUID(),
        ...activity,
        eventOn: eventOn.on,
        eventPrecision: eventOn.precision,
        publishedAt: now,
        petitionSlug: petition,
        ...(letter && { letter: { connect: { slug: letter } } }),
        ...(member && { member: { connect: { slug: member } } }),
        sources: connect(sources),
      },
    })
  }
  await tx.governmentAddress.createMany({ data: content.governments })
}

async function seedMembers(tx: Prisma.TransactionClient, { members, texts }: Content): Promise<void> {
  const { source, ...listed } = list
  const rows = members.map((member) => {
    const named = Object.values(texts).flatMap((text) => text.members[member.slug] ?? [])
    return { id: randomUUID(), ...member, ...listed, search: memberSearch(member, named) }
  })
  await tx.member.createMany({ data: rows })
  await tx.source.update({
    where: { key: source },
    data: { members: { connect: rows.map(({ id }) => ({ id })) } },
  })
}

async function seedLetter(
  tx: Prisma.TransactionClient,
  { datedOn, sources, signers, ...letter }: Content['letters'][number],
) {
  const dated = { datedOn: datedOn.on, datedPrecision: datedOn.precision }
  const signed = { state: 'approved', signedOn: datedOn.on, signedPrecision: datedOn.precision } as const
  await tx.letter.create({
    data: {
      id: randomUUID(),
      ...letter,
      ...dated,
      sources: connect(sources),
      coSignatures: {
        create: signers.map(({ organisation, member }) => ({
          id: randomUUID(),
          organisation,
          search: fold(organisation),
          ...signed,
          ...(member && { member: { connect: { slug: member } } }),
        })),
      },
    },
  })
}
