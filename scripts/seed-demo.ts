import { parseArgs } from 'node:util'
import { closeDb } from '@/lib/db'
import { env } from '@/lib/env'
import { readWhole } from '@/lib/input/whole-number'
import { seedDemo } from '@/prisma/seed/demo/seed-demo'

// npm run seed:demo -- --signatures 1000000 [--petition slug] [--beside-real]
// Fills a petition with invented signatures, to try the admin area. The ledger is append-only: they stay in its count.
const { values } = parseArgs({
  options: {
    signatures: { type: 'string', default: '1000' },
    petition: { type: 'string', default: 'security-council-must-act' },
    'beside-real': { type: 'boolean', default: false },
  },
})
const people = readWhole(values.signatures, 20_000_000) ?? 0
const host = new URL(env().SITE_URL).hostname
const began = Date.now()

process.exitCode = await run()
await closeDb()

async function run(): Promise<number> {
  if (people < 1) return say('How many? --signatures 1000000')
  if (host !== 'localhost' && host !== '127.0.0.1') {
    return say(`This is ${host}, not a trial on this machine: its count is public. Nothing was written.`)
  }
  const options = { besideReal: values['beside-real'], progress }
  const result = await seedDemo(values.petition, people, new Date(), options)
  if (result.ok) {
    const seconds = ((Date.now() - began) / 1000).toFixed(0)
    console.log(`\n${result.added.toLocaleString('en')} more invented signatures, in ${seconds} s.`)
    return 0
  }
  if (result.reason === 'petition_unknown') return say(`There is no published petition ${values.petition}.`)
  return say(
    'People have signed here. Made-up signatures among theirs could not be told from them in the public count, nor taken out of the ledger. On a database for trying only: --beside-real',
  )
}

function progress(done: number): void {
  const rate = Math.round(done / ((Date.now() - began) / 1000))
  if (process.stdout.isTTY) process.stdout.write(`\r${done.toLocaleString('en')} of ${people.toLocaleString('en')}`)
  else if (done % 100_000 === 0) console.log(`${done.toLocaleString('en')}, ${rate.toLocaleString('en')} a second`)
}

function say(what: string): number {
  console.error(what)
  return 1
}
