import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { cpuSeconds } from './cpu-time'
import { closeEnvironment, openEnvironment, SLUG, sweep, type Target } from './environment'
import { type MailSink, openMailSink } from './mail-sink'
import { type Journeys, phases, type Route, saysCounted, sendPeople } from './people'
import { startProgram, tsx } from './programs'
import { describeMachine } from './report'

// npm run bench:journeys: whole journeys, all phases at once, on the site and on plain Node + pg.
const seconds = Number(process.env.BENCH_SECONDS ?? 20)
const warmUp = Number(process.env.BENCH_WARM_UP ?? 8)
const people = Number(process.env.BENCH_PEOPLE ?? 1_200)
const size = Number(process.env.BENCH_SIZES ?? 10_000)

interface Measured extends Journeys {
  /** Milliseconds of processor time per journey; null where the system does not report it. */
  cpu: { server: number; database: number } | null
}

const environment = await openEnvironment([size])
const sink = await openMailSink()
try {
  const target = environment.targets[0]
  if (!target) throw new Error('nothing to measure')
  const { measured, parts } = await measureSite(target, sink)
  await sweep(target)
  const bound = await measureBound(target, sink, parts)
  const text = report(measured, bound, await describeMachine(environment))
  await writeFile(join(root, 'bench', 'journeys.md'), text)
  console.log(text)
} finally {
  await sink.stop()
  await closeEnvironment(environment)
}

/** The bytes that the bound answers with too. */
interface Parts {
  RAW_PAGE: string
  RAW_BEFORE: string
  RAW_AFTER: string
  RAW_MAIL: string
}

async function measureSite(target: Target, sink: MailSink): Promise<{ measured: Measured; parts: Parts }> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = {
    ...target.env,
    SITE_URL: url,
    ROLE: 'all',
    MAIL_DRIVER: 'smtp',
    SMTP_URL: sink.url,
    MAIL_FROM: 'Bench <bench@localhost>',
  }
  const site = await startProgram([join(root, 'dist', 'server.js')], port, env)
  const route: Route = {
    url,
    page: `/en/petitions/${SLUG}`,
    post: `/api/v1/petitions/${SLUG}/signatures`,
    link: (token) => `/en/signature/${token}`,
    confirm: '/api/v1/confirmations',
    isCounted: saysCounted,
  }
  try {
    const measured = await measure(route, sink, target, [site.pid], 'site')
    return { measured, parts: await partsOf(route, sink) }
  } finally {
    await site.stop()
  }
}

async function measureBound(target: Target, sink: MailSink, parts: Parts): Promise<Measured> {
  const port = await freePort()
  const env = { ...target.env, ...parts, PETITION_ID: target.petitionId, SMTP_URL: sink.url }
  const plain = await startProgram([tsx, 'bench/raw-journey.ts'], port, env)
  const counted = Buffer.from(parts.RAW_AFTER, 'base64').toString('utf8')
  const route: Route = {
    url: plain.url,
    page: '/page',
    post: '/sign',
    link: (token) => `/link/${token}`,
    confirm: '/confirm',
    isCounted: (html) => html === counted,
  }
  try {
    return await measure(route, sink, target, [plain.pid], 'bound')
  } finally {
    await plain.stop()
  }
}

async function measure(route: Route, sink: MailSink, target: Target, pids: number[], name: string): Promise<Measured> {
  const database = Number(
    (await readFile(join(root, '.data', 'bench', 'postgres', 'data', 'postmaster.pid'), 'utf8')).split('\n')[0],
  )
  const count = async () =>
    (await target.client.query<{ n: number }>(`SELECT count(*)::int AS n FROM signature WHERE state = 'counted'`))
      .rows[0]?.n ?? 0
  const before = await count()
  const used = () => ({ server: cpuSeconds(...pids) ?? Number.NaN, database: cpuSeconds(database) ?? Number.NaN })
  const taken = { begins: used(), ends: used() }
  const journeys = await sendPeople(route, sink, { people, warmUp, seconds, name }, (at) => {
    taken[at] = used()
  })
  const all = journeys.all
  const more = (await count()) - before
  if (more !== all) throw new Error(`${name}: ${more} were counted of ${all} that were told so`)
  const each = (of: 'server' | 'database') => (1_000 * (taken.ends[of] - taken.begins[of])) / journeys.finished
  const cpu = { server: each('server'), database: each('database') }
  return { ...journeys, cpu: Number.isNaN(cpu.server + cpu.database) ? null : cpu }
}

/** One more person's pages and mail. */
async function partsOf(route: Route, sink: MailSink): Promise<Parts> {
  const email = 'bench-parts@parts.example'
  const get = async (path: string) => (await fetch(route.url + path)).text()
  const post = (path: string, fields: Record<string, string>) =>
    fetch(route.url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  await post(route.post, { name: 'Bench Person', email, country: 'KR', display: 'initials', consent: 'on' })
  const token = await sink.tokenFor(email)
  const before = await get(route.link(token))
  await post(route.confirm, { token })
  let after = ''
  while (!route.isCounted(after)) after = await get(route.link(token))
  // Unfolded (RFC 2045, 6.7), so that the link can be replaced.
  const mail = sink.last.replace(/=\r\n/g, '')
  const parts = { RAW_PAGE: await get(route.page), RAW_BEFORE: before, RAW_AFTER: after, RAW_MAIL: mail }
  return Object.fromEntries(
    Object.entries(parts).map(([key, text]) => [key, Buffer.from(text).toString('base64')]),
  ) as unknown as Parts
}

function report(site: Measured, bound: Measured, machine: string): string {
  const row = (name: string, { rate, times, cpu, failed }: Measured) =>
    `| ${name} | ${n(rate)} | ${cpu === null ? 'unknown' : `${(cpu.server + cpu.database).toFixed(1)} (${cpu.server.toFixed(1)} + ${cpu.database.toFixed(1)})`} | ${phases.map((phase) => `${n(times[phase].p50)} / ${n(times[phase].p99)}`).join(' | ')} | ${[...failed].map(([what, times]) => `${times} × ${what}`).join(', ') || 'none'} |`
  return `# Whole journeys

Made by \`npm run bench:journeys\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. ${people} people at once, each in a loop: read the petition, post the form, wait for the mail (SMTP, to a sink on the same machine), open its link, confirm, and look until the page says that the signature is counted. Measured for ${seconds} s after ${warmUp} s, on a petition with ${n(size)} signatures; every signature that was said to be counted is.

The bound is plain Node + pg beside it: the same rows and commits, the same bytes of pages and mails; no validation, encryption, limits or tree of hashes.

**${((100 * site.rate) / bound.rate).toFixed(0)} % of the bound.**

| | journeys/s | CPU ms a journey (server + database) | ${phases.map((phase) => `${phase}, p50 / p99 ms`).join(' | ')} | failed |
| --- | ---: | ---: | ${phases.map(() => '---:').join(' | ')} | --- |
${row('site (ROLE=all)', site)}
${row('plain Node + pg', bound)}

"mail" is the time from the answer to the post until the mail is at the sink, "counted" from the answer to Confirm until the page says so; people look once a second. The load generator and the sink take their time from the same two processors: it is not in the CPU time.
`
}

function n(value: number): string {
  return Math.round(value).toLocaleString('en')
}
