import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '@/scripts/setup/root.mjs'
import { dist, startProcess } from '@/scripts/setup/start-process.mjs'
import { cpuSeconds } from './cpu-time'
import { formHeaders, newForm, takeFormsFrom } from './forms'
import { load } from './load'
import { openMailSink } from './mail-sink'
import { measureWhileSigning, used, type WhileSigning } from './mail-while-signing'
import { machineOf, openOneSite, SLUG } from './one-site'
import { tsx } from './programs'

interface Sent {
  rate: number
  /** ms a mail, by process. */
  cpu: Record<string, number>
}

// npm run bench:mail: how fast a worker brings the mails of signatures to a mail server, and whether it keeps up with
// people who sign. The five minutes of which the design speaks: BENCH_RATE=1000 BENCH_SECONDS=300 npm run bench:mail
const amount = Number(process.env.BENCH_MAILS ?? 20_000)
const rate = Number(process.env.BENCH_RATE ?? 500)
const seconds = Number(process.env.BENCH_SECONDS ?? 30)

const sink = await openMailSink()
const site = await openOneSite('mail')
const database = Number(
  (await readFile(join(root, '.data', 'bench', 'postgres', 'data', 'postmaster.pid'), 'utf8')).split('\n')[0],
)
try {
  takeFormsFrom(await (await fetch(`${site.url}/en/petitions/${SLUG}`)).text())
  const url = `${site.url}/api/v1/petitions/${SLUG}/signatures`
  const env = { ...process.env, NODE_ENV: 'production' as const, SMTP_URL: sink.url }
  const worker = { ...env, ROLE: 'worker', MAIL_DRIVER: 'smtp', MAIL_FROM: 'Bench <bench@localhost>' }
  await drawPictures(worker)
  const { bad } = await load({ url, seconds: 0, amount, method: 'POST', headers: formHeaders, body: newForm })
  if (bad > 0) throw new Error(`${bad} of ${amount} forms were refused`)
  const found = await send([dist('worker')], worker)
  const again = { RAW_MAIL: Buffer.from(sink.last, 'latin1').toString('base64'), RAW_AMOUNT: String(amount) }
  const bound = await send([tsx, 'bench/raw-mail.ts'], { ...env, ...again })
  const started = startProcess([dist('worker')], { env: worker })
  const pids = { site: site.pid, worker: started.child.pid ?? 0, PostgreSQL: database }
  const meanwhile = await measureWhileSigning(site, sink, { url, rate, seconds, pids })
  await started.stop()
  const text = report(found, bound, meanwhile, await machineOf(site))
  await writeFile(join(root, 'bench', 'mail.md'), text)
  console.log(text)
} finally {
  await site.stop()
  await sink.stop()
}

/** A worker first draws the new site's pictures, which is not what is measured here: until it has little to do. */
async function drawPictures(env: NodeJS.ProcessEnv): Promise<void> {
  const { child, stop } = startProcess([dist('worker')], { env })
  const seconds = () => cpuSeconds(child.pid ?? 0) ?? 0
  for (let before = -1; seconds() - before > 0.3; ) {
    before = seconds()
    await new Promise((resolve) => setTimeout(resolve, 3_000))
  }
  await stop()
}

/** From a program's first mail to its last, so that its start is not in it. */
async function send(program: string[], env: NodeJS.ProcessEnv): Promise<Sent> {
  const before = sink.accepted
  const { child, stop } = startProcess(program, { env })
  const pids = { program: child.pid ?? 0, PostgreSQL: database }
  try {
    while (sink.accepted === before) await pause()
    const began = performance.now()
    const first = sink.accepted
    const start = used(pids)
    while (sink.accepted < before + amount) await pause()
    const elapsed = (performance.now() - began) / 1_000
    const sent = sink.accepted - first
    const each = Object.entries(used(pids)).map(([name, sum]) => [name, (1_000 * (sum - (start[name] ?? 0))) / sent])
    return { rate: sent / elapsed, cpu: Object.fromEntries(each) }
  } finally {
    await stop()
  }
}

function report(found: Sent, bound: Sent, meanwhile: WhileSigning, machine: string): string {
  const row = (what: string, { rate, cpu }: Sent) =>
    `| ${what} | ${n(rate)} | ${ms(cpu.program)} | ${ms(cpu.PostgreSQL)} | ${ms(cpu['this bench'])} |`
  const cpu = Object.entries(meanwhile.cpu).map(([name, each]) => `${name} ${ms(each)}`)
  return `# Mail

Made by \`npm run bench:mail\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. ${n(amount)} people have signed; one worker then sends their mails by SMTP to a sink on the same machine. Beside it nodemailer's connections alone send one of these mails as often.

**${Math.round((100 * found.rate) / bound.rate)} % of nodemailer alone.**

| | mails a second | its CPU, ms a mail | PostgreSQL's | the sink's |
| --- | ---: | ---: | ---: | ---: |
${row('the worker: claimed, opened, composed, sent, recorded', found)}
${row('nodemailer alone', bound)}

## While people sign

Then ${n(rate)} people a second sign for ${n(seconds)} s (\`BENCH_RATE\`, \`BENCH_SECONDS\`), a worker beside: ${n(meanwhile.signed)} a second were taken, ${n(meanwhile.refused)} refused, and ${n(meanwhile.mailed)} mails a second accepted meanwhile; ${meanwhile.drained.toFixed(1)} s after the last form no mail waited. CPU, ms a form: ${cpu.join(', ')} (the people, and the sink).

| after, s | mails that wait | the oldest, s |
| ---: | ---: | ---: |
${meanwhile.waiting.map(({ at, mails, age }) => `| ${n(at)} | ${n(mails)} | ${age.toFixed(1)} |`).join('\n')}
`
}

function n(value: number): string {
  return Math.round(value).toLocaleString('en')
}

/** NaN where the machine does not tell. */
function ms(value = Number.NaN): string {
  return Number.isNaN(value) ? 'unknown' : value.toFixed(2)
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
