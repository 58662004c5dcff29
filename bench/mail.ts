import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '@/scripts/setup/root.mjs'
import { dist, startProcess } from '@/scripts/setup/start-process.mjs'
import { cpuSeconds } from './cpu-time'
import { formHeaders, newForm, takeFormsFrom } from './forms'
import { load } from './load'
import { openMailSink } from './mail-sink'
import { machineOf, openOneSite, SLUG } from './one-site'

// npm run bench:mail: how fast a worker brings the mails of signatures to a mail server.
const amount = Number(process.env.BENCH_MAILS ?? 20_000)

const sink = await openMailSink()
const site = await openOneSite('mail')
try {
  takeFormsFrom(await (await fetch(`${site.url}/en/petitions/${SLUG}`)).text())
  const url = `${site.url}/api/v1/petitions/${SLUG}/signatures`
  const { bad } = await load({ url, seconds: 0, amount, method: 'POST', headers: formHeaders, body: newForm })
  if (bad > 0) throw new Error(`${bad} of ${amount} forms were refused`)
  const found = await send()
  const text = `# Mail

Made by \`npm run bench:mail\` on ${new Date().toISOString().slice(0, 10)}: ${await machineOf(site)}. ${amount.toLocaleString('en')} people have signed; one worker then sends their mails by SMTP to a sink on the same machine.

| mails a second | worker, CPU ms a mail | mails the server took |
| ---: | ---: | ---: |
| ${Math.round(found.rate).toLocaleString('en')} | ${found.cpu?.toFixed(2) ?? 'unknown'} | ${sink.accepted.toLocaleString('en')} |
`
  await writeFile(join(root, 'bench', 'mail.md'), text)
  console.log(text)
} finally {
  await site.stop()
  await sink.stop()
}

/** From the first mail to the last, so that the start of the worker is not in it. */
async function send(): Promise<{ rate: number; cpu: number | null }> {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    ROLE: 'worker',
    MAIL_DRIVER: 'smtp',
    SMTP_URL: sink.url,
    MAIL_FROM: 'Bench <bench@localhost>',
  }
  const worker = startProcess([dist('worker')], { env })
  try {
    while (sink.accepted === 0) await pause()
    const began = performance.now()
    const first = sink.accepted
    const used = cpuSeconds(worker.child.pid ?? 0)
    while (sink.accepted < amount) await pause()
    const seconds = (performance.now() - began) / 1_000
    const cpu = (cpuSeconds(worker.child.pid ?? 0) ?? Number.NaN) - (used ?? Number.NaN)
    const sent = sink.accepted - first
    return { rate: sent / seconds, cpu: Number.isNaN(cpu) ? null : (1_000 * cpu) / sent }
  } finally {
    await worker.stop()
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
