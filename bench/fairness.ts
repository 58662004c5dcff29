import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { signIn } from '@/e2e/support/staff'
import { closeDb } from '@/lib/db'
import { root } from '@/scripts/setup/root.mjs'
import { startProcess } from '@/scripts/setup/start-process.mjs'
import { openMailSink } from './mail-sink'
import { machineOf, openOneSite, SLUG } from './one-site'
import { type Journeys, phases, type Route, saysCounted, sendPeople } from './people'
import { tsx } from './programs'

// npm run bench:fairness: honest people's journeys while one client asks as fast as it can, or hundreds do.
const seconds = Number(process.env.BENCH_SECONDS ?? 10)
const kinds = ['made-up slugs', 'made-up tokens', 'member search', 'forms with a draft', 'sign-in']
/** Connections, and from how many networks. */
const crowds = [
  [60, 1],
  [600, 1],
  [2_000, 500],
] as const
const PEOPLE = 20

const sink = await openMailSink()
const site = await openOneSite('bench_fairness', {
  ROLE: 'all',
  MAIL_DRIVER: 'smtp',
  SMTP_URL: sink.url,
  MAIL_FROM: 'Bench <bench@localhost>',
})
try {
  const { rows } = await site.client.query<{ slug: string }>('SELECT slug FROM member ORDER BY slug LIMIT 1')
  const route: Route = {
    url: site.url,
    // Of a member's link: it is no page that all read.
    page: `/en/petitions/${SLUG}/sign?via=${rows[0]?.slug}`,
    post: `/api/v1/petitions/${SLUG}/signatures`,
    link: (token) => `/en/signature/${token}`,
    confirm: '/api/v1/confirmations',
    isCounted: saysCounted,
  }
  // The first page of a process takes seconds.
  while ((await fetch(site.url + route.page)).status !== 200);
  const token = randomUUID()
  await signIn({ DATABASE_URL: process.env.DATABASE_URL ?? '' }, 'bench@example.org', 'owner', token)
  const lines = [row('nobody', await honest(route, token, 'alone'), '')]
  for (const kind of kinds) {
    for (const [many, networks] of crowds) {
      const hostile = flood(site.url, kind, many, networks)
      const journeys = await honest(route, token, `${kinds.indexOf(kind)}-${many}`)
      const said = await hostile.stop()
      const from = networks > 1 ? ` from ${networks} networks` : ''
      lines.push(row(`${kind}, ${many.toLocaleString('en')} connections${from}`, journeys, said))
      console.log(lines.at(-1))
    }
  }
  const text = report(lines, await machineOf(site), await memory(site.pid))
  await writeFile(join(root, 'bench', 'fairness.md'), text)
  console.log(text)
} finally {
  await closeDb()
  await site.stop()
  await sink.stop()
}

/** Beside the people, one of the staff looks at Home, once a second. */
async function honest(route: Route, token: string, name: string): Promise<Journeys & { staff: number[] }> {
  const staff: number[] = []
  const timer = setInterval(() => {
    const at = performance.now()
    void fetch(`${route.url}/admin`, { headers: { cookie: `admin=${token}` } })
      .then((answer) => answer.text())
      .then(() => staff.push(performance.now() - at))
      // Nobody waits for the last one.
      .catch(() => undefined)
  }, 1_000)
  try {
    return { ...(await sendPeople(route, sink, { people: PEOPLE, warmUp: 3, seconds, name }, () => undefined)), staff }
  } finally {
    clearInterval(timer)
  }
}

function flood(url: string, kind: string, many: number, networks: number) {
  const args = [url, kind, String(many), String(networks)]
  const { child, stop } = startProcess([tsx, 'bench/hostile.ts', ...args], { env: process.env, output: 'pipe' })
  let last = '{}'
  child.stdout?.on('data', (text: Buffer) => {
    last = text.toString().trim().split('\n').at(-1) ?? last
  })
  return {
    async stop() {
      await stop()
      const answers = Object.entries(JSON.parse(last) as Record<string, number>)
      return answers.map(([status, times]) => `${times.toLocaleString('en')} × ${status}`).join(', ')
    },
  }
}

async function memory(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const most = /VmHWM:\s+(\d+) kB/.exec(status)?.[1]
  return most ? `${Math.round(Number(most) / 1024)} MB` : 'unknown'
}

function row(who: string, { rate, all, times, failed, staff }: Journeys & { staff: number[] }, said: string): string {
  const failures = [...failed.values()].reduce((sum, one) => sum + one, 0)
  const kinds = [...failed].map(([what, many]) => `${many} × ${what}`).join(', ')
  const share = `${((100 * failures) / Math.max(1, failures + all)).toFixed(1)} %${kinds && ` (${kinds})`}`
  const shown = phases.map((phase) => `${Math.round(times[phase].p50)} / ${Math.round(times[phase].p99)}`)
  const slowest = staff.toSorted((a, b) => a - b)[Math.ceil(staff.length * 0.95) - 1] ?? Number.NaN
  return `| ${who} | ${said} | ${rate.toFixed(0)} | ${share} | ${shown.join(' | ')} | ${Math.round(slowest)} |`
}

function report(lines: string[], machine: string, most: string): string {
  return `# Hostile clients

Made by \`npm run bench:fairness\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. ${PEOPLE} honest people at once, each from a network of their own, go through whole journeys for ${seconds} s: the form behind a member's link, post, mail, its link, confirm, counted (people look once a second). Beside them hostile connections ask as fast as they are answered, each time at another address: of one client, or of 500 networks. Milliseconds are p50 / p99, of Home for one of the staff who looks once a second p95. The client takes its time from the same processors. Most memory of the site's process: ${most}.

| hostile client | it was answered | journeys/s | failed | ${phases.join(' | ')} | staff |
| --- | --- | ---: | ---: | ${phases.map(() => '---:').join(' | ')} | ---: |
${lines.join('\n')}
`
}
