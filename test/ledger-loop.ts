import { setTimeout as sleep } from 'node:timers/promises'
import { append } from '@/lib/ledger/append'
import { ledgerSigner } from '@/lib/ledger/ledger-signer'
import { signCheckpoints } from '@/lib/ledger/sign-checkpoints'

// One of several appenders, for the tests: appends and signs without pause until it is killed.
const signer = await ledgerSigner()
if (!signer) throw new Error('LEDGER_KEY is missing')
// Its standard input is a pipe from the test that started it, which closes when the test ends, even by kill -9.
process.stdin.resume().once('close', () => process.exit())
process.stdout.write('ready\n')
for (;;) {
  // Losing a turn to another appender while this one was paused is expected.
  await append(new Date()).catch(lost)
  await signCheckpoints(signer, new Date()).catch(lost)
  await sleep(5)
}

function lost(error: unknown): void {
  const { name, message } = error as Error
  process.stdout.write(`lost: ${name} ${message}\n`)
}
