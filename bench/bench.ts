import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { measureConfirming } from './confirming'
import { closeEnvironment, openEnvironment } from './environment'
import { measureLag } from './lag'
import { measurePage } from './page'
import { describeMachine, report } from './report'
import { measureSigning } from './signing'

// npm run bench: everything side by side in one run, on this machine. BENCH_SIZES and BENCH_SECONDS shorten it.
const sizes = (process.env.BENCH_SIZES ?? '10000,100000,1000000').split(',').map(Number)
const seconds = Number(process.env.BENCH_SECONDS ?? 4)
const rounds = Number(process.env.BENCH_ROUNDS ?? 5)

const environment = await openEnvironment(sizes)
try {
  const page = await measurePage(environment, { seconds, rounds })
  const signing = await measureSigning(environment, { seconds, rounds })
  const confirming = await measureConfirming(environment, { rounds })
  const lag = await measureLag(environment)
  const text = report({ machine: await describeMachine(environment), seconds, rounds, page, signing, confirming, lag })
  await writeFile(join('bench', 'results.md'), text)
  console.log(text)
} finally {
  await closeEnvironment(environment)
}
