import { json } from '@/lib/web/answer'
import { isStopping } from '@/lib/web/stopping'

export const dynamic = 'force-dynamic'

/** The process is up and answers; 503 from when it is asked to stop, while it still does. */
export function GET(): Response {
  return isStopping() ? json({ status: 'stopping' }, 503) : json({ status: 'ok' })
}
