import { withdrawApplication } from '@/lib/coalition/withdraw-application'
import { handleTokenPost } from '@/lib/web/handle-token-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Takes back the application to join behind a mailed token. */
export function POST(request: Request): Promise<Response> {
  return handleTokenPost(request, withdrawApplication, 'withdrawn', 'join')
}

export const GET = redirectToForm('/join')
