import { randomUUID } from 'node:crypto'
import { textHash } from '@/lib/petitions/text-hash'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'

const words = {
  locale: 'en',
  version: 1,
  title: 'A register of the missing',
  call: 'We ask the General Assembly to keep a register of the missing.',
  addressee: 'United Nations General Assembly',
  asks: ['Keep a register.'],
  body: 'Families wait.',
}

/** The first paragraph of its story. */
export const STORY = 'The General Assembly set up the register in May 2026.'

/** Puts a petition that was won into the database of a site; a further one has another title. @returns its address */
export async function aWonPetition(site: { env: Record<string, string> } = thisSite()): Promise<string> {
  const slug = `won-${randomUUID().slice(0, 8)}`
  const id = randomUUID()
  const client = await connect(site.env.DATABASE_URL ?? '')
  try {
    await client.query(
      `INSERT INTO petition (id, slug, status, goal, opened_at, closed_at, won_at)
       VALUES ($1, $2, 'won', 1000, '2026-01-01', '2026-05-01', '2026-05-01')`,
      [id, slug],
    )
    await client.query(`INSERT INTO petition_total (petition_id, as_of) VALUES ($1, now())`, [id])
    const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM petition WHERE status = 'won'`)
    const n = rows[0]?.n ?? 1
    const { locale, version, call, addressee, asks, body } = words
    const title = n > 1 ? `${words.title} (${n})` : words.title
    await client.query(
      `INSERT INTO petition_text
         (petition_id, locale, version, title, call, addressee, asks, body, story, sha256, published_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())`,
      [
        id,
        locale,
        version,
        title,
        call,
        addressee,
        asks,
        body,
        `${STORY}\n\n## How\n\nSlowly.`,
        textHash({ ...words, title, slug }),
      ],
    )
  } finally {
    await client.end()
  }
  return slug
}
