import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { db } from '@/lib/db'
import { textHash } from '@/lib/petitions/text-hash'
import { seedCoalition } from './coalition/seed-coalition'
import petitions from './petitions.json'

const date = z.iso
  .datetime({ offset: true })
  .or(z.iso.date())
  .nullable()
  .optional()
  .transform((text) => (text ? new Date(text) : null))

const schema = z.array(
  z.object({
    slug: z.string(),
    status: z.enum(['draft', 'open', 'closed', 'won', 'delivered']),
    goal: z.number(),
    openedAt: date,
    closedAt: date,
    wonAt: date,
    deliveredAt: date,
    texts: z.array(
      z.object({
        locale: z.string(),
        version: z.number(),
        title: z.string(),
        call: z.string(),
        addressee: z.string(),
        asks: z.array(z.string()),
        body: z.string(),
        story: z.string().nullable().optional(),
      }),
    ),
  }),
)

/** Puts the first content into a new database. It never overwrites a row: staff may have changed it. */
export async function seed(now: Date): Promise<void> {
  for (const { texts, ...petition } of schema.parse(petitions)) {
    const { id } = await db().petition.upsert({
      where: { slug: petition.slug },
      create: { id: randomUUID(), ...petition, total: { create: { asOf: now } } },
      update: {},
    })
    await db().petitionText.createMany({
      data: texts.map((text) => ({
        ...text,
        petitionId: id,
        sha256: textHash({ ...text, slug: petition.slug }),
        publishedAt: now,
      })),
      skipDuplicates: true,
    })
  }
  await seedCoalition(now)
}
