import { withdrawApplication } from '@/lib/coalition/withdraw-application'
import { settleToken } from '@/lib/web/settle-token'

/** Takes back the application to join behind a mailed token. */
export function POST(request: Request): Promise<Response> {
  return settleToken(request, withdrawApplication, 'withdrawn', 'join')
}
