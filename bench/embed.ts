import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '@/scripts/setup/root.mjs'
import { cpuSeconds } from './cpu-time'
import { sweep } from './environment'
import { formHeaders, newForm, takeFormsFrom } from './forms'
import { type Figure, load, median } from './load'
import { medianOf } from './median-of'
import { machineOf, openOneSite, SLUG } from './one-site'

// npm run bench:embed: signing through the embedded form, and through a form of a member's own, beside the page's form.
const seconds = Number(process.env.BENCH_SECONDS ?? 4)
const rounds = Number(process.env.BENCH_ROUNDS ?? 7)

const site = await openOneSite('embed')
try {
  const post = `${site.url}/api/v1/petitions/${SLUG}/signatures`
  const ownPage = await pageAt(`/en/petitions/${SLUG}`)
  const framed = await pageAt(`/embed/en/petitions/${SLUG}`)
  takeFormsFrom(ownPage)
  const fromHere = { origin: site.url, 'sec-fetch-site': 'same-origin' }
  const ways = [
    { name: 'the page', hidden: hiddenIn(ownPage), headers: fromHere },
    { name: 'the embedded form', hidden: hiddenIn(framed), headers: fromHere },
    {
      name: 'a form of a member’s own',
      hidden: '',
      headers: { origin: 'https://member.example', 'sec-fetch-site': 'cross-site' },
    },
  ]
  const figures = new Map<string, (Figure & { cpu: number | null })[]>(ways.map(({ name }) => [name, []]))
  const sign = (way: (typeof ways)[number], time: number) =>
    load({
      url: post,
      seconds: time,
      method: 'POST',
      headers: { ...formHeaders, ...way.headers },
      body: () => `${newForm()}&${way.hidden}`,
    })
  // Until its code is compiled.
  for (const way of ways) await sign(way, 4)
  for (let round = 0; round < rounds; round += 1)
    // Each round begins with another one.
    for (const way of ways.map((_, i) => ways[(i + round) % ways.length])) {
      if (!way) continue
      await sweep(site)
      const before = cpuSeconds(site.pid)
      const figure = await sign(way, seconds)
      const after = cpuSeconds(site.pid)
      if (figure.bad > 0) throw new Error(`${way.name}: ${figure.bad} forms were refused`)
      const cpu = before === null || after === null ? null : ((after - before) * 1_000) / figure.good
      figures.get(way.name)?.push({ ...figure, cpu })
    }
  const rows = ways.map(({ name }) => {
    const own = figures.get(name) ?? []
    const { rate, p50, p99 } = median(own)
    const cpu = medianOf(own.map((one) => one.cpu ?? Number.NaN)).toFixed(2)
    return `| ${name} | ${Math.round(rate).toLocaleString('en')} | ${cpu} | ${p50} | ${p99} |`
  })
  const text = `# Signing through the embedded form

Made by \`npm run bench:embed\` on ${new Date().toISOString().slice(0, 10)}: ${await machineOf(site)}. Medians of ${rounds} rounds of ${seconds} seconds, in turns, with 32 connections and distinct people; without a member’s code, as 5,000 forms an hour through one code are all that go without a challenge.

| form | signings a second | site, CPU ms a signing | p50, ms | p99, ms |
| --- | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`
  await writeFile(join(root, 'bench', 'embed.md'), text)
  console.log(text)
} finally {
  await site.stop()
}

async function pageAt(path: string): Promise<string> {
  const response = await fetch(site.url + path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.text()
}

/** The hidden field of a page's form that `newForm` lacks: which text was shown. */
function hiddenIn(page: string): string {
  const text = /<input type="hidden" name="text" value="([0-9a-f]{64})"/.exec(page)?.[1]
  if (!text) throw new Error('the page has no form')
  return `text=${text}`
}
