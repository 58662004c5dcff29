import { closeDb } from '@/lib/db'
import { seed } from '@/prisma/seed/seed'

await seed(new Date())
await closeDb()
