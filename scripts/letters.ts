import { parseArgs } from 'node:util'
import { decideCoSignature } from '@/lib/coalition/decide-co-signature'
import { invite } from '@/lib/coalition/invite'
import { listWaiting } from '@/lib/coalition/list-waiting'
import { closeDb } from '@/lib/db'
import { env } from '@/lib/env'

// npm run letters -- invite <letter> <organisation> [--country XX] [--member slug]: prints a link for the organisation.
// npm run letters -- waiting: what waits for approval.   npm run letters -- approve|decline <id>
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { country: { type: 'string' }, member: { type: 'string' } },
})

try {
  process.exitCode = await run(positionals)
} finally {
  await closeDb()
}

async function run([command, first = '', second = '']: string[]): Promise<number> {
  const now = new Date()
  if (command === 'invite' && first && second) {
    const invited = { organisation: second, country: values.country ?? null, memberSlug: values.member ?? null }
    const result = await invite(first, invited, 'command', now)
    console.log(result.ok ? `${env().SITE_URL}/en/letters/${first}/co-sign/${result.token}` : result.reason)
    return result.ok ? 0 : 1
  }
  if (command === 'waiting') {
    for (const { id, organisation, letterSlug } of await listWaiting())
      console.log(`${id}  ${organisation}  ${letterSlug}`)
    return 0
  }
  if ((command === 'approve' || command === 'decline') && first) {
    const result = await decideCoSignature(first, command === 'approve' ? 'approved' : 'declined', 'command', now)
    console.log(result.ok ? `${command}d` : result.reason)
    return result.ok ? 0 : 1
  }
  console.log(
    'npm run letters -- invite <letter> <organisation> [--country XX] [--member slug] | waiting | approve <id> | decline <id>',
  )
  return 1
}
