import { pool } from '@/lib/db'
import { sealRecord } from '@/lib/vault/seal-record'
import { heldSignatures } from '@/test/held-signatures'

const HOUR = 3_600_000
const given = 'Mina Jun Hana Omar Lena Ivan Sara Noor Akira Elif Jonas Paula Minh Ana Yuri'.split(' ')
const family = 'Kim Lee Park Novak Silva Costa Haddad Sato Tran Weber Rossi Demir Okafor'.split(' ')
const sentences = [
  'My brother is there, and nobody has told us anything for eleven years.',
  'Please do not forget the families who wait. I sign for my grandmother, who cannot.',
  'The Council has the report. It has had it since 2014. Act on it now.',
  'I taught two of them. They wanted to see the sea once.',
]

const person = (i: number, domain: string) => {
  const name = `${given[i % given.length]} ${family[(i * 7) % family.length]}`
  return { name, email: `${name.toLowerCase().replace(' ', '.')}${i}@${domain}` }
}
const people = (from: number, many: number, domain: string) =>
  Array.from({ length: many }, (_, i) => person(from + i, domain))

/** Robots that confirmed their mails: many of one mail domain. */
export function robots(petition: string, many: number, domain: string): Promise<void> {
  return heldSignatures(petition, people(0, many, domain), new Date(), { state: 'confirmed', signals: 'busy_domain' })
}

/** The groups in which held signatures come, as in the audit; the rest are alone. */
const groups = [
  { many: 48, signals: 'busy_network late_mail solved_task', networkGroup: 11, domain: 'small-uni.example' },
  { many: 45, signals: 'busy_network late_mail solved_task', networkGroup: -12, domain: 'school.example' },
  { many: 38, signals: 'busy_domain disposable no_form_time', domain: 'drop.example' },
  { many: 31, signals: 'busy_link old_form disposable', via: 'jubilee', domain: 'mail.example' },
  { many: 50, signals: 'trap', domain: 'one.example' },
  { many: 22, signals: 'trap old_form', domain: 'two.example' },
  { many: 30, signals: 'crowded_domain', domain: 'three.example' },
  { many: 22, signals: 'crowded_domain old_form', domain: 'four.example' },
]
export const HELD = 434

/** 434 held signatures, the oldest six days ago: eight groups, and 148 alone, one in eight of which appeals. */
export async function heldCrowd(petition: string): Promise<void> {
  const began = Date.now() - 6 * 24 * HOUR
  let made = 0
  for (const [i, { many, domain, ...more }] of groups.entries()) {
    await heldSignatures(petition, people(made, many, domain), new Date(began + i * 2 * HOUR), more)
    made += many
  }
  const alone = HELD - made
  for (let i = 0; i < alone; i += 1) {
    const at = new Date(began + (groups.length * 2 + i * 0.7) * HOUR)
    const flags = ['trap', 'shared_mailbox', 'trap late_mail'][i % 3] ?? 'trap'
    const comment = i % 5 === 0 ? { comment: sentences[i % sentences.length] ?? '' } : {}
    // A network each has nothing in common with the next.
    await heldSignatures(petition, [{ ...person(made + i, 'gmail.com'), ...comment }], at, { signals: `${flags}` })
  }
  const appeal = sealRecord({ text: 'I signed on the computer of the library, as my neighbours did. Please count me.' })
  await pool().query(
    `UPDATE signature s SET appeal = $1, appealed_at = now() FROM (SELECT petition_id, email_index,
       row_number() OVER (ORDER BY received_at DESC) AS n FROM signature WHERE state = 'held') k
     WHERE k.n <= $2 AND k.n % 8 = 0 AND s.petition_id = k.petition_id AND s.email_index = k.email_index`,
    [appeal, alone],
  )
}

/** Confirmed signatures with comments that wait for a moderator. */
export async function commented(petition: string, many: number): Promise<void> {
  const from = Date.now() - 20 * HOUR
  for (let i = 0; i < many; i += 1) {
    const comment = `${sentences[i % sentences.length]} (${i})`
    await heldSignatures(petition, [{ ...person(5_000 + i, 'gmail.com'), comment }], new Date(from + i * 60_000), {
      state: 'confirmed',
      signals: '',
    })
  }
}
