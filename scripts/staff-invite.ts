import { parseArgs } from 'node:util'
import { closeDb } from '@/lib/db'
import { INVITATION_HOURS } from '@/lib/staff/sign-in-link'
import { inviteFromServer } from '@/lib/staff-accounts/invite-staff'
import { StaffRole } from '@/prisma/generated/enums'

// npm run staff:invite -- name@example.org --role owner
const { values, positionals } = parseArgs({ allowPositionals: true, options: { role: { type: 'string' } } })
const role = Object.values(StaffRole).find((known) => known === values.role)
const [email, ...more] = positionals

const failures = {
  email_invalid: 'That is not an email address.',
  other_role: 'They work here already, in another role or no longer. Roles are changed at /admin/staff.',
}

if (!role || !email || more.length > 0) {
  console.error(`Usage: npm run staff:invite -- name@example.org --role ${Object.values(StaffRole).join('|')}`)
  process.exitCode = 1
} else {
  const result = await inviteFromServer(email, role, new Date()).finally(() => void closeDb())
  if (result.ok) console.log(`Open this within ${INVITATION_HOURS} hours; it works once:\n${result.link}`)
  else console.error(failures[result.reason])
  process.exitCode = result.ok ? 0 : 1
}
