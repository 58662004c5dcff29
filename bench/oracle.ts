import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '@/scripts/setup/root.mjs'
import { addressIn, openAsker } from './ask'
import { type Comparison, compareTimes } from './compare-times'
import { machineOf, type OneSite, openOneSite, SLUG } from './one-site'
import { becomeStates, type State, states } from './oracle-states'

// npm run bench:oracle: do status, headers, body or time reveal whether an address has signed? BENCH_PAIRS and
// BENCH_LINK_PAIRS shorten it.
const pairs = Number(process.env.BENCH_PAIRS ?? 10_000)
const linkPairs = Number(process.env.BENCH_LINK_PAIRS ?? pairs)

const site = await openOneSite('bench_oracle')
try {
  const results = [await ask(site, 'sign', pairs), await ask(site, 'link', linkPairs)]
  const text = report(results, await machineOf(site))
  await writeFile(join(root, 'bench', 'oracle.md'), text)
  console.log(text)
} finally {
  await site.stop()
}

interface Result {
  what: string
  different: number
  all: Comparison
  byState: Map<State, Comparison>
  /** The result if known addresses took a twentieth of a millisecond longer: the method detects that much. */
  control: Comparison
}

/** Known and new addresses, each pair in random order, over one connection: the best case for an observer. */
async function ask(site: OneSite, what: 'sign' | 'link', most: number): Promise<Result> {
  const asker = openAsker(site.url, 1)
  const known = (i: number) => `known-${what}-${i}@gmail.com`
  const many = openAsker(site.url, 16)
  const sign = `/api/v1/petitions/${SLUG}/signatures`
  const form = (email: string, name: string) => ({ name, email, country: 'KR', display: 'initials', consent: 'on' })
  for (let i = 0; i < most; i += 16)
    await Promise.all(
      Array.from({ length: Math.min(16, most - i) }, (_, j) =>
        many.post(sign, addressIn(i + j), form(known(i + j), 'First Name')),
      ),
    )
  many.close()
  const stateOf = await becomeStates(site, (i) => known(i), most)

  const times = { fresh: [] as number[], known: [] as number[] }
  const answers = new Map<string, number>()
  for (let i = -50; i < most; i++) {
    const fresh = `new-${what}-${i}@gmail.com`
    const order = Math.random() < 0.5 ? (['fresh', 'known'] as const) : (['known', 'fresh'] as const)
    for (const which of order) {
      // The first fifty warm up the server with addresses that belong to nobody.
      const email = which === 'fresh' ? fresh : i < 0 ? `warm-${what}-${i}@gmail.com` : known(i)
      const accept = i % 2 ? 'application/json' : 'text/html'
      const network = addressIn(200_000 + (what === 'link' ? 100_000 : 0) + i * 2 + (which === 'fresh' ? 0 : 1))
      const answer =
        what === 'sign'
          ? await asker.post(sign, network, form(email, 'Another Name'), accept)
          : await asker.post('/api/v1/my-signature/links', network, { email, locale: 'en' }, accept)
      if (i < 0) continue
      times[which].push(answer.time)
      answers.set(`${accept} ${answer.bytes}`, (answers.get(`${accept} ${answer.bytes}`) ?? 0) + 1)
    }
  }
  asker.close()
  const byState = new Map(
    states.map((state) => {
      const at = times.known.map((_, i) => i).filter((i) => stateOf(i) === state)
      return [
        state,
        compareTimes(
          at.map((i) => times.fresh[i] ?? 0),
          at.map((i) => times.known[i] ?? 0),
        ),
      ]
    }),
  )
  const control = compareTimes(
    times.fresh,
    times.known.map((time) => time + 0.05),
  )
  return { what, different: answers.size - 2, all: compareTimes(times.fresh, times.known), byState, control }
}

function report(results: Result[], machine: string): string {
  const row = (name: string, { medians, means, auc, p, distance, d }: Comparison) =>
    `| ${name} | ${ms(medians[0])} / ${ms(medians[1])} | ${ms(means[0])} / ${ms(means[1])} | ${auc.toFixed(4)} | ${p.mannWhitney.toFixed(3)} | ${distance.toFixed(4)} | ${p.kolmogorovSmirnov.toFixed(3)} | ${p.welch.toFixed(3)} | ${d.toFixed(4)} |`
  const head =
    '| known addresses | medians new / known, ms | means | AUC | p Mann–Whitney | KS distance | p KS | p Welch | Cohen’s d |\n|---|---|---|---|---|---|---|---|---|'
  const tables = results.map(
    ({ what, different, all, byState, control }) =>
      `## ${what === 'sign' ? 'Signing' : 'Asking for a private link'}\n\n` +
      `${(what === 'sign' ? pairs : linkPairs).toLocaleString('en')} pairs. Answers that differ in status, headers (but the date) or body: **${different}**.\n\n` +
      `${head}\n${[row('all', all), ...[...byState].map(([state, found]) => row(state, found)), row('*control: all, 0.05 ms later*', control)].join('\n')}\n`,
  )
  return `# Can the site be asked who signed?

Made by \`npm run bench:oracle\` on ${new Date().toISOString().slice(0, 10)}: ${machine}.

New and known addresses are posted in turn over one connection to a server with nothing else to do, each pair in random order. AUC is the chance that the answer for a known address takes longer than that for a new one: 0.5 is a coin, and what an attacker gains with one guess is what it differs from it.

${tables.join('\n')}`
}

function ms(time: number): string {
  return time.toFixed(2)
}
