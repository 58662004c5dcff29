import { closeDb } from '@/lib/db'
import { applyErasures } from '@/lib/erasure/apply-erasures'

// After a backup was restored: repeats the erasures made since. The worker does so by itself when it starts.
const erased = await applyErasures(new Date())
await closeDb()
console.log(erased === 1 ? '1 signature erased again.' : `${erased} signatures erased again.`)
