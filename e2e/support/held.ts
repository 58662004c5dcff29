import { closeDb, pool } from '@/lib/db'
import { heldSignatures } from '@/test/held-signatures'
import { thisSite } from '@/test/sites.mjs'
import { SLUG } from './person'

const HOUR = 3_600_000
/** The longest waiting of all, so that they come first; times older than ten days are known by their day alone. */
const BEGAN = Date.now() - 9 * 24 * HOUR

/**
 * Puts held signatures into the site's database, sealed as the site seals them: some alone, hours apart and each with a
 * comment, and some that are alike. They are all that is held: what a story before left is taken away.
 */
export function hold(alone: string[], alike: string[]): Promise<void> {
  return inDatabase(async (id) => {
    await pool().query(`DELETE FROM signature WHERE state = 'held' AND leaf_index IS NULL`)
    for (const [i, name] of alone.entries())
      await heldSignatures(id, people([name], 'example.org', 'Please act.'), new Date(BEGAN + i * 2 * HOUR))
    await heldSignatures(id, people(alike, 'example.org'), new Date(BEGAN + (alone.length * 2 + 2) * HOUR))
  })
}

/** Puts confirmed signatures of one mail domain into the site's database, as a robot that confirms its mails would. */
export function floodOf(domain: string, names: string[]): Promise<void> {
  return inDatabase((id) =>
    heldSignatures(id, people(names, domain), new Date(), { state: 'confirmed', signals: 'busy_domain' }),
  )
}

/** The same through one member's code, each with its flag. */
export function throughLink(via: string, names: string[]): Promise<void> {
  const more = { state: 'confirmed', signals: 'busy_link', via }
  return inDatabase((id) => heldSignatures(id, people(names, 'example.org'), new Date(), more))
}

/** Puts confirmed signatures with comments, each its own, into the site's database: the longest waiting of all. */
export function commented(comments: string[]): Promise<void> {
  return inDatabase(async (id) => {
    for (const [i, comment] of comments.entries())
      await heldSignatures(id, people([`Reader ${i}`], 'gmail.com', comment), new Date(BEGAN + i * HOUR), {
        state: 'confirmed',
        signals: '',
      })
  })
}

/** Puts confirmed signatures of one busy network into the site's database: `group` is the number that they share. */
export function fromOneNetwork(names: string[], group: number): Promise<void> {
  const more = { state: 'confirmed', signals: 'busy_network', networkGroup: group }
  return inDatabase((id) => heldSignatures(id, people(names, 'gmail.com'), new Date(), more))
}

function people(names: string[], domain: string, comment?: string) {
  return names.map((name) => ({ name, email: `${name.toLowerCase().replaceAll(' ', '.')}@${domain}`, comment }))
}

async function inDatabase(does: (petitionId: string) => Promise<void>): Promise<void> {
  Object.assign(process.env, thisSite().env)
  try {
    const { rows } = await pool().query<{ id: string }>('SELECT id FROM petition WHERE slug = $1', [SLUG])
    await does(rows[0]?.id ?? '')
  } finally {
    await closeDb()
  }
}
