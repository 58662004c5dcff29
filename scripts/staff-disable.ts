import { closeDb } from '@/lib/db'
import { disableFromServer } from '@/lib/staff-accounts/disable'

// npm run staff:disable -- name@example.org
const [email, ...more] = process.argv.slice(2)

const failures = {
  unknown: 'Nobody with this address works here, or did.',
  already: 'They are shut out already.',
}

if (!email || more.length > 0) {
  console.error('Usage: npm run staff:disable -- name@example.org')
  process.exitCode = 1
} else {
  const result = await disableFromServer(email, new Date()).finally(() => void closeDb())
  if (result.ok) console.log('Disabled. Their sessions, links, requests and approvals have ended.')
  else console.error(failures[result.reason])
  process.exitCode = result.ok ? 0 : 1
}
