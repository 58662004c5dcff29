import { withdraw } from '@/lib/signatures/withdraw'
import { leadToForm } from '@/lib/web/lead-to-form'
import { settleToken } from '@/lib/web/settle-token'

/** Takes back the signature behind a mailed token. */
export function POST(request: Request): Promise<Response> {
  return settleToken(request, withdraw, 'withdrawn')
}

export const GET = leadToForm('/signature')
