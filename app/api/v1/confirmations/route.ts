import { confirm } from '@/lib/signatures/confirm'
import { leadToForm } from '@/lib/web/lead-to-form'
import { settleToken } from '@/lib/web/settle-token'

/** Confirms the signature behind a mailed token: the Confirm button of its page posts here. Only POST: a GET confirms nothing. */
export function POST(request: Request): Promise<Response> {
  return settleToken(request, confirm, 'confirmed')
}

export const GET = leadToForm('/signature')
