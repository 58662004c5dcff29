import { json } from '@/lib/web/answer'

export const dynamic = 'force-dynamic'

/** The process is up and answers. */
export function GET(): Response {
  return json({ status: 'ok' })
}
