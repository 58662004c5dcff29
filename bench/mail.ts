import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '@/scripts/setup/root.mjs'
import { dist, startProcess } from '@/scripts/setup/start-process.mjs'
import { cpuSeconds } from './cpu-time'
import { formHeaders, newForm, takeFormsFrom } from './forms'
import { load } from './load'
import { openMailSink } from './mail-sink'
import { machineOf, openOneSite, SLUG } from './one-site'
import { tsx } from './programs'

interface Sent {
  rate: number
  /** ms a mail; null where the machine does not tell. */
  cpu: number | null
}

// npm run bench:mail: how fast a worker brings the mails of signatures to a mail server.
const amount = Number(process.env.BENCH_MAILS ?? 20_000)

const sink = await openMailSink()
const site = await openOneSite('mail')
try {
  takeFormsFrom(await (await fetch(`${site.url}/en/petitions/${SLUG}`)).text())
  const url = `${site.url}/api/v1/petitions/${SLUG}/signatures`
  const { bad } = await load({ url, seconds: 0, amount, method: 'POST', headers: formHeaders, body: newForm })
  if (bad > 0) throw new Error(`${bad} of ${amount} forms were refused`)
  const env = { ...process.env, NODE_ENV: 'production' as const, SMTP_URL: sink.url }
  const worker = { ROLE: 'worker', MAIL_DRIVER: 'smtp', MAIL_FROM: 'Bench <bench@localhost>' }
  const found = await send([dist('worker')], { ...env, ...worker })
  const again = { RAW_MAIL: Buffer.from(sink.last, 'latin1').toString('base64'), RAW_AMOUNT: String(amount) }
  const bound = await send([tsx, 'bench/raw-mail.ts'], { ...env, ...again })
  const text = `# Mail

Made by \`npm run bench:mail\` on ${new Date().toISOString().slice(0, 10)}: ${await machineOf(site)}. ${amount.toLocaleString('en')} people have signed; one worker then sends their mails by SMTP to a sink on the same machine. Beside it nodemailer's connections alone send one of these mails as often.

**${Math.round((100 * found.rate) / bound.rate)} % of nodemailer alone.**

| | mails a second | CPU ms a mail |
| --- | ---: | ---: |
${row('the worker: claimed, opened, composed, sent, recorded', found)}
${row('nodemailer alone', bound)}
`
  await writeFile(join(root, 'bench', 'mail.md'), text)
  console.log(text)
} finally {
  await site.stop()
  await sink.stop()
}

function row(what: string, { rate, cpu }: Sent): string {
  return `| ${what} | ${Math.round(rate).toLocaleString('en')} | ${cpu?.toFixed(2) ?? 'unknown'} |`
}

/** From a program's first mail to its last, so that its start is not in it. */
async function send(program: string[], env: NodeJS.ProcessEnv): Promise<Sent> {
  const before = sink.accepted
  const { child, stop } = startProcess(program, { env })
  try {
    while (sink.accepted === before) await pause()
    const began = performance.now()
    const first = sink.accepted
    const used = cpuSeconds(child.pid ?? 0)
    while (sink.accepted < before + amount) await pause()
    const seconds = (performance.now() - began) / 1_000
    const cpu = (cpuSeconds(child.pid ?? 0) ?? Number.NaN) - (used ?? Number.NaN)
    const sent = sink.accepted - first
    return { rate: sent / seconds, cpu: Number.isNaN(cpu) ? null : (1_000 * cpu) / sent }
  } finally {
    await stop()
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
