import { closeDb } from '@/lib/db'
import { firstOwner } from '@/lib/staff-accounts/first-owner'

// For npm start: prints the first owner's link, or nothing.
const owner = await firstOwner(new Date()).finally(() => void closeDb())
if (owner) console.log(`The admin area (for ${owner.email}; works once, within a day): ${owner.link}`)
