import { writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { SLUG, TITLE } from '@/e2e/support/person'
import { closeDb, pool } from '@/lib/db'
import { listOutbox } from '@/lib/mail/read-outbox'
import { root } from '@/scripts/setup/root.mjs'
import { browserFlags } from '@/test/browser-flags.mjs'
import prepareStories from '@/test/prepare-stories'
import { anotherSite } from '@/test/sites.mjs'
import type { Effort } from './hands'
import { comments, flood, lastWeek, phone, review, typo, update } from './work-jobs'
import { commented, HELD, heldCrowd, robots } from './work-people'

// npm run bench:admin-work: what the staff's jobs cost in clicks, keys and seconds, on the built site in a browser.
const COMMENTS = 100
const rows: string[] = []
const notes: string[] = []

const end = await prepareStories()
const site = await anotherSite()
Object.assign(process.env, site.env)
const browser = await chromium.launch({ executablePath: process.env.E2E_CHROMIUM || undefined, args: browserFlags })
try {
  const { rows: found } = await pool().query<{ id: string }>('SELECT id FROM petition WHERE slug = $1', [SLUG])
  const petition = found[0]?.id ?? ''

  await robots(petition, 300, 'quick-mail.example')
  const fakes = await flood(browser, site, 'quick-mail.example')
  add(
    '300 fakes of one domain: found, removal asked for',
    fakes.asks,
    '≤ 5 clicks, ≤ 60 s',
    (e) => e.clicks <= 5 && all(e) <= 60,
  )
  add('… the second person, from Home', fakes.agrees, '≤ 2 clicks', (e) => e.clicks <= 2)

  await commented(petition, COMMENTS)
  const moderated = await comments(browser, site, COMMENTS)
  const overlap = moderated.seen.length - new Set(moderated.seen).size
  add(
    `${COMMENTS} comments, by two moderators at once`,
    sum(moderated.both),
    'by keys alone, never the same one',
    (e) => e.clicks === 0 && overlap === 0,
  )
  notes.push(
    `Comments: ${moderated.seen.length} decided, ${overlap} of them by both moderators. The seconds are those of both together.`,
  )

  await heldCrowd(petition)
  const seen = await phone(browser, site)
  const held = seen.items.find((item) => item.includes(String(HELD)))
  rows.push(
    `| on a phone (390 × 844): is anything wrong, what needs me | 0 | 0 | | | | first screen, right | ${seen.wrong <= 844 && seen.needs <= 844 && held ? 'yes' : '**no**'} |`,
  )
  notes.push(
    `Phone: whether anything is wrong ends ${seen.wrong} px from the top, the first thing that needs its reader ${seen.needs} px; ${seen.items.length} things are listed, and the ${HELD} held signatures are ${held ? 'one of them, with their number' : '**not** among them'}.`,
  )

  const reviewed = await review(browser, site)
  add(
    `${HELD} held signatures, read`,
    reviewed,
    '≤ 220 clicks and keys, ≤ 15 min',
    (e) => e.clicks + e.keys <= 220 && all(e) <= 900,
  )
  notes.push(`Held: ${reviewed.groups} groups and ${reviewed.singles} one by one, no click at all.`)

  const text = await typo(browser, site)
  add('typo in the Korean text, publication asked for', text.asks, '≤ 4 clicks', (e) => e.clicks <= 4)
  add('… the second editor, from the mail', text.agrees, '1 click', (e) => e.clicks === 1)

  const mailing = await update(browser, site, TITLE)
  add('an update in 8 languages, with a test mail to oneself', mailing, '≤ 28 clicks', (e) => e.clicks <= 28)
  notes.push(`Update: ${await tests(mailing.email)} test mails arrived at the address of who asked.`)

  const week = await lastWeek(browser, site)
  add('who changed what last week', week, '≤ 3 clicks, by person, in sentences', (e) => e.clicks <= 3)
  notes.push(`Last week: the summary of everybody, and the sentences of the first person listed (${week.sentences}).`)
  const report = reportOf()
  await writeFile(join(root, 'bench', 'admin-work.md'), report)
  console.log(report)
} finally {
  await browser.close()
  await closeDb()
  await site.close()
  await end()
}

function all({ modelled, waiting }: Effort): number {
  return modelled + waiting
}

function sum(efforts: Effort[]): Effort {
  const of = (key: keyof Effort) => efforts.reduce((total, one) => total + one[key], 0)
  return {
    clicks: of('clicks'),
    keys: of('keys'),
    modelled: of('modelled'),
    reading: of('reading'),
    waiting: of('waiting'),
  }
}

function add(job: string, effort: Effort, target: string, holds: (effort: Effort) => boolean): void {
  const { clicks, keys, reading, waiting } = effort
  const seconds = [reading, waiting, all(effort)].map((n) => n.toFixed(0)).join(' | ')
  rows.push(`| ${job} | ${clicks} | ${keys} | ${seconds} | ${target} | ${holds(effort) ? 'yes' : '**no**'} |`)
  console.log(rows.at(-1))
}

/** How many test mails one address was sent, within a minute. */
async function tests(email: string): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const mails = (await listOutbox(site.outbox, 100)).mails.filter(
      ({ to, subject }) => to === email && subject.startsWith('[Test]'),
    )
    if (mails.length >= 8 || tries > 60) return mails.length
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}

function reportOf(): string {
  return `# What the staff's jobs cost

Made by \`npm run bench:admin-work\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}; browser, site and database on one machine that is
shared, so the waiting is longer than on one of their own. The built site, a database with the first content, people and signatures made up
for it (\`bench/work-people.ts\`), a real browser with scripts.

**Counted:** clicks and keys, as the program makes them: a select is two clicks, pasting two keys, each Tab a key. A job begins on
Home, signed in, with a fresh second factor. **Measured:** waiting, from a click or key until the next page stands. **By a model, not by a watch on
people:** 1.3 s a click, 0.28 s a key, 1.35 s thinking before each step, reading at four words a second. It is the model of the audit
that found 3 h 27 min for the held signatures; it compares then with now, and does not say how long a person takes. What is read is
what the program reads from the page: of a group all facts, and of each of its signatures name and address; of a single one its name,
address, flags, appeal and comment. What is the same on every page (the petition, the buttons) is not read again.

| job | clicks | keys | reading, s | waiting, s | in all, s | must | holds |
|---|---:|---:|---:|---:|---:|---|---|
${rows.join('\n')}

${notes.map((note) => `- ${note}`).join('\n')}
- Holding the 300 first is a request to a second person too, as holding is by rule; their removal, approved, needs no hold before it.
`
}
