import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { closeDb } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { root } from '@/scripts/setup/root.mjs'
import { openAsker } from './ask'
import { type Outcome, send } from './attack-send'
import { allSenders, honest, kinds, type Sender, VICTIMS } from './attack-senders'
import { type Settled, settle, signBefore } from './attack-settle'
import { formTimeIn } from './forms'
import { machineOf, openOneSite, SLUG } from './one-site'

// npm run bench:attack: a flood of fakes in an hour of honest people, compressed into minutes. BENCH_FAKES shortens it.
const fakes = Number(process.env.BENCH_FAKES ?? 200_000)
const CONNECTIONS = 64

const site = await openOneSite('bench_attack')
try {
  const page = await (await fetch(`${site.url}/en/petitions/${SLUG}`)).text()
  const made = formTimeIn(page)
  await signBefore(site, VICTIMS.links)
  const senders = allSenders(fakes)
  const outcomes = new Map<Sender, Outcome>()
  const asker = openAsker(site.url, CONNECTIONS)
  const began = performance.now()
  let next = 0
  const work = async () => {
    for (let i = next++; i < senders.length; i = next++) {
      const sender = senders[i]
      if (sender) outcomes.set(sender, await send(asker, sender, made).catch((): Outcome => 'trouble'))
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, work))
  asker.close()
  const seconds = (performance.now() - began) / 1000
  console.log(`${senders.length} forms in ${seconds.toFixed(0)} s`)
  const text = report(senders, outcomes, await settle(site), seconds, await machineOf(site))
  await writeFile(join(root, 'bench', 'attack.md'), text)
  console.log(text)
} finally {
  await closeDb()
  await site.stop()
}

function report(
  senders: Sender[],
  outcomes: Map<Sender, Outcome>,
  { mails, states, counted, doubles, differences, rewritten }: Settled,
  seconds: number,
  machine: string,
): string {
  const rows = kinds.map((kind) => {
    const own = senders.filter((sender) => sender.kind === kind)
    const got = (outcome: Outcome) => own.filter((sender) => outcomes.get(sender) === outcome).length
    const ends = [...new Set(own.map(({ email }) => canonicalEmail(email)?.canonical ?? ''))].map((one) =>
      states.get(one),
    )
    const ended = (state: string) => ends.filter((end) => end === state).length
    const taken = got('through') + got('with a task') + got('later')
    const cells = [
      own.length,
      got('through'),
      got('with a task'),
      got('later'),
      got('refused'),
      got('busy') + got('trouble'),
    ]
    return `| ${kind} | ${cells.map(n).join(' | ')} | **${percent(taken / own.length)}** | ${n(ends.length)} | ${n(ended('counted'))} | ${n(ended('held'))} |`
  })
  const people = senders.filter(({ kind }) => honest.includes(kind))
  const through = people.filter((sender) => !['refused', 'busy', 'trouble'].includes(outcomes.get(sender) ?? 'trouble'))
  const held = people.filter(({ email }) => states.get(canonicalEmail(email)?.canonical ?? '') === 'held').length
  const fakesOf = (state: string) =>
    new Set(
      senders
        .filter(
          ({ kind, email }) => kind.startsWith('fake') && states.get(canonicalEmail(email)?.canonical ?? '') === state,
        )
        .map(({ email }) => canonicalEmail(email)?.canonical),
    ).size
  const [fakesCounted, fakesHeld] = [fakesOf('counted'), fakesOf('held')]
  const most = (sent: Map<string, number>) => Math.max(0, ...sent.values())
  return `# An attack, replayed

Made by \`npm run bench:attack\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. The real server (ROLE=web) and its database; mail, confirming and counting as the worker does them. ${n(senders.length)} forms in ${n(seconds)} s, all within one hour of the limits.

- Counted twice: **${doubles}** of ${n(counted)} counted. Differences in a recount: **${differences}**.
- Fakes counted: **${n(fakesCounted)}**, held for a look: **${n(fakesHeld)}**. Signatures that say what a stranger wrote: **${rewritten}**.
- Honest people let through: **${percent(through.length / people.length)}** of ${n(people.length)}; held for a look: ${n(held)}.
- Mails to the mailbox that was bombed by signing: **${mails.signing.get(VICTIMS.signing) ?? 0}**; private links to the one that was bombed with those: **${mails.links.get(VICTIMS.links) ?? 0}**. Most to any address: ${most(mails.signing)} of signing, ${most(mails.links)} private links.

| who | forms | by the form alone | with a task | with a later mail | refused | busy or in trouble | let through | mailboxes | counted | held |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
${rows.join('\n')}

Everybody who got a mail confirmed, fakes too: whoever owns a catch-all domain reads its mail. Junk is never confirmed: it goes to people who did not ask. Half of the fakes carried the signed time of a page, a quarter took the later mail where it was offered; tags and names in the domain solved tasks. "University at home": one small mail domain, each person from a network of their own. "Attacked provider": 2,200 junk forms come first, by three networks and then by a hundred; its people come from fresh networks. "Under strangers’ forms": six forms with another name come first for each address; its owner confirms the one that says what they signed. What is counted of the fakes is below every limit: the first 300 of an hour of each of fifty domains, one of each spelling, two of each mailbox, and what a /32 brings to five hundred domains of its own. Staff find it by its hour and its pattern, and remove it by rule with two people.
`
}

function n(value: number): string {
  return Math.round(value).toLocaleString('en')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
