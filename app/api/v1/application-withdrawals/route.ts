import { withdrawApplication } from '@/lib/coalition/withdraw-application'
import { leadToForm } from '@/lib/web/lead-to-form'
import { settleToken } from '@/lib/web/settle-token'

/** Takes back the application to join behind a mailed token. */
export function POST(request: Request): Promise<Response> {
  return settleToken(request, withdrawApplication, 'withdrawn', 'join')
}

export const GET = leadToForm('/join')
