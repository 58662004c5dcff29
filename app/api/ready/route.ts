import { json } from '@/lib/web/answer'
import { recentReadiness } from '@/lib/web/find-readiness'

export const dynamic = 'force-dynamic'

/** 200 when the database answers and a worker was at work lately, else 503 with what is missing. */
export async function GET(): Promise<Response> {
  const { ready, ...parts } = await recentReadiness()
  return json({ status: ready ? 'ready' : 'not_ready', ...parts }, ready ? 200 : 503)
}
