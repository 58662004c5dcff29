import { refuseReminder } from '@/lib/signatures/refuse-reminder'
import { handleTokenPost } from '@/lib/web/handle-token-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** No reminder of the form behind a mailed token. */
export function POST(request: Request): Promise<Response> {
  return handleTokenPost(request, refuseReminder, 'not_reminded')
}

export const GET = redirectToForm('/signature')
