import { withdraw } from '@/lib/signatures/withdraw'
import { handleTokenPost } from '@/lib/web/handle-token-post'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Takes back the signature behind a mailed token. */
export function POST(request: Request): Promise<Response> {
  return handleTokenPost(request, withdraw, 'withdrawn')
}

export const GET = redirectToForm('/signature')
