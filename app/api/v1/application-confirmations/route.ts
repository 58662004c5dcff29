import { confirmApplication } from '@/lib/coalition/confirm-application'
import { handleTokenPost } from '@/lib/web/handle-token-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Confirms the application to join behind a mailed token: the Confirm button of its page posts here. */
export function POST(request: Request): Promise<Response> {
  return handleTokenPost(request, confirmApplication, 'confirmed', 'join')
}

export const GET = redirectToForm('/join')
