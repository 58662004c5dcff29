import { confirmApplication } from '@/lib/coalition/confirm-application'
import { leadToForm } from '@/lib/web/lead-to-form'
import { settleToken } from '@/lib/web/settle-token'

/** Confirms the application to join behind a mailed token: the Confirm button of its page posts here. */
export function POST(request: Request): Promise<Response> {
  return settleToken(request, confirmApplication, 'confirmed', 'join')
}

export const GET = leadToForm('/join')
